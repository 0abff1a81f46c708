package org.assize.contract.reader;

import java.util.List;
import java.util.Map;

/** Contracts as teams write them. */
public final class Contracts {

  public static final String POSITION =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: electronic_monitoring.position
      version: 1.0.0
      status: active
      schema:
        - name: position
          description: One location fix of a tag.
          properties:
            - {name: position_id, logicalType: integer, primaryKey: true, required: true}
            - {name: position_at, logicalType: timestamp, required: true, transformSourceObjects: [position_gps_date]}
            - {name: uploaded_at, logicalType: timestamp, required: true, transformSourceObjects: [position_uploaded_date]}
            - {name: latitude, logicalType: number, logicalTypeOptions: {minimum: 49.0, maximum: 61.5}, classification: restricted}
            - {name: satellites, logicalType: integer}
          quality:
            - {id: satellites_plausible, type: custom, engine: assize, implementation: "satellites between 0 and 40", dimension: conformity, severity: warning}
      customProperties:
        - property: assize
          value:
            layer: curated
            sources:
              - {name: allied_mdss_position, files: "allied_mdss/position/{delivery_date}/*.jsonl", format: jsonl, drift: quarantine}
            load: {mode: merge, latestBy: [uploaded_at], interval: {column: position_at, grain: day}}
            schedule: {cron: "0 5 * * *", timezone: Europe/London}
      """;

  public static final String REFERRAL =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: victims.referral
      version: 1.0.0
      status: active
      description: {purpose: Referrals of victims to support providers., limitations: Providers report weekly; the last two weeks are incomplete.}
      schema:
        - name: referral
          description: One referral to one provider.
          properties:
            - {name: referral_id, logicalType: string, primaryKey: true, required: true, transformSourceObjects: [Ref No], description: Provider's own number}
            - {name: provider_code, logicalType: string, required: true, transformSourceObjects: [Provider], description: Provider}
            - {name: referred_on, logicalType: date, required: true, transformSourceObjects: [Date Referred], description: Day of referral}
            - {name: first_contact_on, logicalType: date, transformSourceObjects: [First Contact], description: "Day of first contact, if any"}
            - {name: police_force, logicalType: string, transformSourceObjects: [Force], description: Force that referred}
            - {name: pnc_id, logicalType: string, transformSourceObjects: [PNC], classification: restricted, authoritativeDefinitions: [{type: standard, url: pnc}]}
            - {name: age_band, logicalType: string, transformSourceObjects: [Age], description: Age at referral, quality: [
                {metric: invalidValues, arguments: {validValues: ["0-17", "18-24", "25-59", "60+"]}, mustBe: 0, severity: warning}]}
            - {name: closed_on, logicalType: date, transformSourceObjects: [Closed], description: Day the case closed}
          quality:
            - {id: contact_after_referral, type: custom, engine: assize, implementation: first_contact_on >= referred_on, description: Contact follows referral}
      customProperties:
        - property: assize
          value:
            layer: curated
            sources: [{name: provider_return, files: "return_{delivery_date}.csv", format: csv, dates: dd/MM/yyyy, nulls: ["", N/A]}]
            load: {mode: merge, latestBy: [_delivery_date]}
            schedule: {cron: "0 7 * * 1", timezone: Europe/London}
      """;

  public static final String REFERRAL_MONTHLY =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: victims.referral_monthly
      version: 1.0.0
      status: active
      schema:
        - name: referral_monthly
          description: Referrals by force and month.
          properties:
            - {name: month, logicalType: date, primaryKey: true, primaryKeyPosition: 1, required: true}
            - {name: police_force, logicalType: string, primaryKey: true, primaryKeyPosition: 2}
            - {name: referrals, logicalType: integer, required: true, logicalTypeOptions: {minimum: 0}}
            - {name: contacted_within_5_days, logicalType: integer, required: true}
      customProperties:
        - property: assize
          value:
            layer: published
            load: {mode: replace}
      """;

  /** Defaults of a domain, and a source that several contracts could read. */
  public static final String CASES_DEFAULTS =
      """
      owner: Case Data
      support: [{channel: case-data}]
      schedule: {cron: "30 6 * * *", timezone: Europe/London}
      sources:
        - {name: common_platform_hearing, files: "common_platform/{delivery_date}/*.json", format: json, timezone: Europe/London}
      """;

  /** Many words of the language in one contract of a nested document. */
  public static final String HEARING =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: cases.defendant
      version: 2.1.0
      status: draft
      name: Defendants
      tags: [courts]
      description: {purpose: Who stands before a court., usage: Join by hearing., authoritativeDefinitions: [{type: guide, url: https://example.org/guide}]}
      team: {name: Case Data, members: [{username: someone, role: owner, dateIn: 2026-01-31}]}
      support: [{channel: case-data, url: "https://example.org/help", tool: email}]
      roles: [{role: cases_reader, access: read}]
      slaProperties: [{property: latency, value: 1, unit: d, element: defendant.ordered_on}]
      schema:
        - name: defendant
          description: One defendant in one hearing.
          properties:
            - {name: hearing_id, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 1, transformSourceObjects: [$.hearing.id]}
            - {name: defendant_id, logicalType: string, primaryKey: true, primaryKeyPosition: 2, transformSourceObjects: [id], logicalTypeOptions: {format: uuid, minLength: 36, maxLength: 36}}
            - {name: case_urn, logicalType: string, transformSourceObjects: ["$.hearing.prosecutionCases[*].caseURN"]}
            - {name: pnc_missing, logicalType: boolean, transformSourceObjects: [present(pncId)]}
            - {name: ordered_on, logicalType: date, logicalTypeOptions: {minimum: 2000-01-01}}
            - name: offences
              logicalType: array
              logicalTypeOptions: {}
              items:
                logicalType: object
                properties:
                  - {name: code, logicalType: string, required: true, logicalTypeOptions: {pattern: "[A-Z]{2}[0-9]{5}"}}
                  - {name: fine, logicalType: number, physicalType: "decimal(12,2)", logicalTypeOptions: {minimum: 0, multipleOf: 0.01}}
          quality:
            - {id: any_rows, type: library, metric: rowCount, mustBeGreaterThan: 0, severity: critical}
            - {id: note, type: text, description: Reviewed each quarter.}
            - id: ordered_in_time
              type: custom
              engine: assize
              implementation: ordered_on <= current_hearing_on
              customProperties: [{property: assize, value: {action: warn, nullPolicy: pass}}]
      customProperties:
        - property: assize
          value:
            layer: curated
            sources: [{from: common_platform_hearing, rows: "$.hearing.prosecutionCases[*].defendants[*]", columns: {case_urn: caseURN}}]
            load: {mode: append}
      """;

  /** A derived table of the interval kind. */
  public static final String ZONE_BREACH =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: electronic_monitoring.zone_breach
      version: 1.0.0
      status: active
      schema:
        - name: zone_breach
          properties:
            - {name: wearer_id, logicalType: string, required: true}
            - {name: zone_id, logicalType: string, required: true}
            - {name: entered_at, logicalType: timestamp, required: true}
      customProperties:
        - property: assize
          value:
            layer: published
            load: {mode: replaceInterval, interval: {column: entered_at, grain: day, timezone: Europe/London}}
            transform:
              java: electronic_monitoring.ZoneBreach
              inputs:
                - {name: position, table: electronic_monitoring_curated.position, lookback: PT1H}
                - {name: zone, table: electronic_monitoring_curated.exclusion_zone, read: all, changes: ignore}
      """;

  /** All of them, by table. */
  public static final Map<String, String> BY_TABLE =
      Map.of(
          "position", POSITION,
          "referral", REFERRAL,
          "referral_monthly", REFERRAL_MONTHLY,
          "defendant", HEARING,
          "zone_breach", ZONE_BREACH);

  /** All of them, in one order. */
  public static final List<String> ALL =
      List.of(POSITION, REFERRAL, REFERRAL_MONTHLY, HEARING, ZONE_BREACH);

  private Contracts() {}
}
