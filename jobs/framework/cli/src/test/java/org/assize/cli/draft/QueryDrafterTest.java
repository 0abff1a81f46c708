package org.assize.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryDrafterTest {

  private final QueryDrafter drafter = new QueryDrafter("victims", "referral_monthly");

  @Test
  void what_a_query_yields_is_what_its_draft_promises() {
    Draft draft =
        drafter.fromQuery(
            "SELECT …",
            List.of(
                new QueryColumn("month", "date", true, true),
                new QueryColumn("force", "string", false, true),
                new QueryColumn("n", "bigint", false, false),
                new QueryColumn("cost", "decimal(18,2)", true, false),
                new QueryColumn("units", "int", true, false),
                new QueryColumn("parts", "array<struct<a:string,b:double>>", true, false)));

    assertThat(draft.yaml())
        .isEqualTo(
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: victims.referral_monthly
            version: 1.0.0
            status: draft
            schema:
              - name: referral_monthly
                description: ""
                properties:
                  - {name: month, logicalType: date, primaryKey: true, required: true, description: ""}
                  - {name: force, logicalType: string, primaryKey: true, required: true, description: ""}
                  - {name: n, logicalType: integer, required: true, description: ""}
                  - {name: cost, logicalType: number, physicalType: "decimal(18,2)", description: ""}
                  - {name: units, logicalType: integer, physicalType: int, description: ""}
                  - {name: parts, logicalType: array, items: {logicalType: object, properties: [{name: a, logicalType: string, description: ""}, {name: b, logicalType: number, description: ""}]}, description: ""}
            customProperties:
              - property: assize
                value:
                  layer: published
                  load: {mode: replace}
            """);
    assertThat(draft.key()).contains("month, force");
    assertThat(draft.remarks())
        .containsExactly("`month` is a key and may be NULL: coalesce it in the query.");
  }

  @Test
  void a_query_that_asks_for_intervals_replaces_them() {
    Draft draft =
        drafter.fromQuery(
            "SELECT … WHERE t >= :interval_start",
            List.of(
                new QueryColumn("n", "bigint", true, false),
                new QueryColumn("t", "timestamp", true, false)));

    assertThat(draft.yaml())
        .endsWith("load: {mode: replaceInterval, interval: {column: t, grain: day}}\n");
  }
}
