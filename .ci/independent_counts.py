#!/usr/bin/env python3
"""Counts what the real data must come to, without the platform: Python's standard library alone.

usage: independent_counts.py [FOLDER]

Prints one JSON object. FOLDER is shared/data; without it, it is looked for beside the repository and
above. Where there is none, prints {} and says so on standard error.
"""

import collections
import csv
import datetime
import glob
import hashlib
import json
import os
import re
import sys
import zoneinfo

LEVELS = ("hearing", "defendant", "offence", "judicial_result")
LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"


def find_data():
    folder = os.path.dirname(os.path.abspath(__file__))
    while folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        if os.path.isdir(os.path.join(folder, "shared", "data")):
            return os.path.join(folder, "shared", "data")
    return None


def documents(folder, names):
    """Each document once, by content, as one delivery takes it."""
    seen = set()
    for name in sorted(glob.glob(os.path.join(folder, names), recursive=True)):
        if os.path.basename(name).startswith("expected_"):
            continue
        with open(name, "rb") as file:
            content = file.read()
        repeat = hashlib.sha256(content).digest() in seen
        seen.add(hashlib.sha256(content).digest())
        yield repeat, json.loads(content)


def rows(document):
    """(level, key, values) for each row of the four tables; a level whose path is absent is None."""
    hearing = document.get("hearing") if isinstance(document, dict) else None
    if not isinstance(hearing, dict):
        return [(level, None, None) for level in LEVELS]
    found = [("hearing", (hearing.get("id"),), hearing)]
    if "prosecutionCases" not in hearing:
        return found + [(level, None, None) for level in LEVELS[1:]]
    for case in hearing["prosecutionCases"]:
        for defendant in case.get("defendants", []):
            key = (hearing.get("id"), defendant.get("id"))
            found.append(("defendant", key, defendant))
            for offence in defendant.get("offences", []):
                offence_key = key + (offence.get("id"),)
                found.append(("offence", offence_key, offence))
                for result in offence.get("judicialResults", []):
                    own = result.get("judicialResultId") or result.get("judicialResultTypeId")
                    found.append(("judicial_result", offence_key + (own or None,), result))
    return found


def broken(level, values):
    """The rules with severity warning that a row breaks."""
    if level == "defendant":
        yield from broken_identifiers(values)
    if level == "hearing" and "code" in values.get("courtCentre", {}):
        if not re.fullmatch(r"[A-JZ0-9]?[A-Z0-9]{6}", values["courtCentre"]["code"]):
            yield "court_code_form"
    if level == "offence" and not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{5,6}", values.get("offenceCode", "AA00000")):
        yield "offence_code_form"
    if level == "judicial_result":
        if not re.fullmatch(r"[1-9][0-9]{3}", values.get("cjsCode", "1000")):
            yield "cjs_code_form"
        dates = [p.get("value") for p in values.get("judicialResultPrompts", []) if p.get("type") == "DATE"]
        if not all(is_day(text) for text in dates if text is not None):
            yield "prompt_dates_readable"


def broken_identifiers(values):
    """What is wrong with the identifiers of a defendant; text that is absent or blank breaks nothing."""
    person = values.get("personDefendant", {})
    pnc = values.get("pncId")
    if pnc:
        form = re.fullmatch(r"(?:\d\d)?(\d\d)/(\d{1,7})([A-Z])|\d\d(\d\d)(\d{7})([A-Z])", pnc)
        if not form:
            yield "pnc_id_form"
        else:
            year, serial, letter = [part for part in form.groups() if part is not None]
            if LETTERS[(int(year) * 10**7 + int(serial)) % 23] != letter:
                yield "pnc_id_check_letter"
    cro = values.get("croNumber")
    if cro:
        plain = re.fullmatch(r"(\d{1,6})/(\d\d)([A-Z])", cro)
        special = re.fullmatch(r"SF(\d\d)/(\d{1,6})([A-Z])", cro)
        if not plain and not special:
            yield "cro_number_form"
        else:
            digits = plain[2] + plain[1].zfill(6) if plain else special[1] + special[2]
            if LETTERS[int(digits) % 23] != cro[-1]:
                yield "cro_number_check_letter"
    asn = person.get("arrestSummonsNumber")
    if asn:
        if not re.fullmatch(r"\d\d[A-Z0-9]{6,7}\d{11}[A-HJ-NP-RT-Z]", asn):
            yield "arrest_summons_number_form"
        elif len(asn) == 20:
            parts = [part if part.isdigit() else "" for part in (asn[2:4], asn[6:8])]
            if LETTERS[int(parts[0] + parts[1] + asn[:2] + asn[8:19]) % 23] != asn[-1]:
                yield "arrest_summons_number_check_letter"
    postcode = person.get("personDetails", {}).get("address", {}).get("postcode")
    if postcode and not is_postcode(postcode):
        yield "postcode_form"


def is_postcode(text):
    """The forms of BS 7666, one at a time."""
    first, second = "ABCDEFGHIJKLMNOPRSTUWYZ", "ABCDEFGHKLMNOPQRSTUVWXY"
    outward, inward = text[:-3].removesuffix(" "), text[-3:]
    if (outward, inward) == ("GIR", "0AA"):
        return True
    if not re.fullmatch("[0-9][ABD-HJLNP-UW-Z][ABD-HJLNP-UW-Z]", inward) or outward[:1] not in first or not outward:
        return False
    rest = outward[1:]
    area = len(rest) > 1 and rest[0] in second
    tail = rest[1:] if area else rest
    last = "ABEHMNPRVWXY" if area else "ABCDEFGHJKSTUW"
    return bool(re.fullmatch(f"[0-9]([0-9]|[{last}])?", tail)) if rest else False


def is_day(text):
    try:
        return bool(datetime.datetime.strptime(text, "%d/%m/%Y"))
    except ValueError:
        return False


def cases(folder, names):
    """What becomes of the documents in one delivery."""
    tables = {level: collections.Counter() for level in LEVELS}
    rules = collections.Counter()
    keys = {level: set() for level in LEVELS}
    delivered = collections.Counter()
    prompts = 0
    for repeat, document in documents(folder, names):
        for level, key, values in rows(document):
            if key is not None:
                delivered[level] += 1
                delivered["prompt"] += len(values.get("judicialResultPrompts", [])) if level == LEVELS[3] else 0
        if repeat:
            continue
        found = rows(document)
        for level in LEVELS:
            refused = any(l == level and key is None for l, key, _ in found)
            tables[level]["records"] += 1
            # A record that cannot be read counts as one quarantined row, so that no sum loses it.
            for count in ("refused", "rows", "quarantined"):
                tables[level][count] += refused
        for level, key, values in found:
            if key is None:
                continue
            tables[level]["rows"] += 1
            prompts += len(values.get("judicialResultPrompts", [])) if level == LEVELS[3] else 0
            rules.update(broken(level, values))
            if any(part is None or part == "" for part in key):
                tables[level]["quarantined"] += 1
            else:
                keys[level].add(key)
    for level in LEVELS:
        tables[level]["committed"] = len(keys[level])
    return {
        "delivered": delivered,
        "tables": {level: {c: tables[level][c] for c in ("records", "refused", "rows", "quarantined", "committed")}
                   for level in LEVELS},
        "prompts": prompts,
        "broken": rules,
    }


def month(hearing, shared):
    days = [day["sittingDay"] for day in hearing.get("hearingDays", [])]
    moment = datetime.datetime.fromisoformat(min(days, default=shared).replace("Z", "+00:00"))
    return moment.astimezone(zoneinfo.ZoneInfo("Europe/London")).strftime("%Y-%m-01")


def outcomes(folder, names):
    """Rows of offence_outcome; where two versions are equally late, both must say the same."""
    latest = {}
    for _, document in documents(folder, names):
        for level, key, values in rows(document):
            if key is None:
                continue
            if level == "hearing":
                said = (month(values, document["sharedTime"]), values["courtCentre"]["code"])
            elif level == "judicial_result":
                label = values["label"].replace("\u00a0", " ").strip()
                said = (values.get("cjsCode", "unknown"), label, values["isConvictedResult"])
            else:
                said = ()
            version = (document["sharedTime"], said)
            before = latest.setdefault((level, key), version)
            if before[0] == version[0] and before[1] != version[1]:
                raise SystemExit("Two equally late versions differ; the outcome depends on which is taken.")
            latest[(level, key)] = max(before, version)
    groups = collections.defaultdict(lambda: (set(), set(), [0, 0]))
    for level, key in latest:
        if level != "offence":
            continue
        court = latest[("hearing", key[:1])][1]
        results = [said for (l, k), (_, said) in latest.items() if l == "judicial_result" and k[:3] == key]
        for code, label, convicted in results or [("none", "No result recorded", False)]:
            offences, defendants, counts = groups[court + (code, label)]
            offences.add(key)
            defendants.add(key[:2])
            counts[0] += bool(results)
            counts[1] += convicted
    return sorted([*group, len(o), len(d), *c] for group, (o, d, c) in groups.items())


def street_crime(path):
    summary = collections.defaultdict(lambda: [0, 0, 0])
    count = blank = 0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            count += 1
            blank += row["Crime ID"] == ""
            area = re.sub(r" [0-9]{3}[A-Z]$", "", row["LSOA name"]) or "unknown"
            numbers = summary[(row["Month"] + "-01", row["Falls within"], area, row["Crime type"])]
            numbers[0] += 1
            numbers[1] += row["Last outcome category"] != ""
            numbers[2] += row["Last outcome category"] == "Under investigation"
    return {"rows": count, "blank_ids": blank, "summary": sorted([*k, *v] for k, v in summary.items())}


def offence_codes(path):
    with open(path, encoding="utf-8") as file:
        codes = json.load(file)
    return {
        "rows": len(codes),
        "distinct": len({code["cjsCode"] for code in codes}),
        "recordable": sum(code["recordableOnPnc"] for code in codes),
        "categories": collections.Counter(code["offenceCategory"] for code in codes),
    }


def main():
    data = sys.argv[1] if len(sys.argv) > 1 else find_data()
    if data is None or not os.path.isdir(data):
        print("shared/data is not here: nothing was counted.", file=sys.stderr)
        print("{}")
        return
    hearings = os.path.join(data, "common-platform-hearings")
    updates = os.path.join(data, "hearing-updates")
    counted = {
        "common_platform": cases(hearings, "**/*.json"),
        "event_receiver": cases(os.path.join(updates, "court-hearing-event-receiver"), "*.json"),
        "large_hearing": cases(os.path.join(updates, "derived"), "*.json"),
        "offence_outcome": outcomes_of_hearings(hearings),
        "street_crime": street_crime(
            os.path.join(data, "police-street-crime", "police-uk-2018-12-merseyside-street.csv")),
        "offence_code": offence_codes(os.path.join(data, "cjs-reference", "cjs-offences.json")),
    }
    json.dump(counted, sys.stdout, indent=1, ensure_ascii=True)
    print()


def outcomes_of_hearings(hearings):
    return outcomes(hearings, "**/*.json")


if __name__ == "__main__":
    main()
