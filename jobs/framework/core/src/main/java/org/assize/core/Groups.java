package org.assize.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;

/** Whether tables that are to be committed together can be. */
final class Groups {

  private final Map<DatasetName, Definition> tables;
  private final Problems problems;
  private final Map<String, List<Definition.Contracted>> groups = new LinkedHashMap<>();

  Groups(Map<DatasetName, Definition> tables, Problems problems) {
    this.tables = tables;
    this.problems = problems;
    for (Definition table : tables.values()) {
      if (table instanceof Definition.Contracted contracted) {
        table
            .group()
            .ifPresent(
                group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(contracted));
      }
    }
  }

  /** Reports groups of one table, and members that need each other or run at other times. */
  void check() {
    groups.forEach(
        (group, members) -> {
          if (members.size() == 1) {
            alone(group, members.get(0));
          }
          members.forEach(member -> needs(group, member, members));
          members.stream()
              .filter(
                  member ->
                      !member.contract().schedule().equals(members.get(0).contract().schedule()))
              .forEach(member -> apart(member, members.get(0)));
        });
  }

  private void alone(String group, Definition.Contracted member) {
    List<String> others = groups.keySet().stream().filter(other -> !other.equals(group)).toList();
    problems.add(
        ErrorCode.CONTRACT_INVALID,
        member.contract().place(),
        "No other table is in the group `" + member.contract().group().orElse("") + "`.",
        "A group is tables of one domain that are committed together.",
        others.isEmpty()
            ? "Write the same word in another contract, or remove it."
            : Nearest.hint(group, others));
  }

  private void needs(
      String group, Definition.Contracted member, List<Definition.Contracted> members) {
    Set<DatasetName> upstream = TableGraph.upstream(tables, member.table());
    members.stream()
        .filter(other -> other != member && upstream.contains(other.table()))
        .forEach(
            other ->
                problems.add(
                    ErrorCode.CONTRACT_INVALID,
                    member.contract().place(),
                    member.table() + " needs " + other.table() + ", which is in its group.",
                    "Each table of " + group + " is judged before any of them is committed.",
                    "Take one of them out of the group."));
  }

  private void apart(Definition.Contracted member, Definition.Contracted first) {
    problems.add(
        ErrorCode.CONTRACT_INVALID,
        member.contract().place(),
        member.table() + " has another schedule than " + first.table() + " of its group.",
        "They run together.",
        "Give both one schedule.");
  }
}
