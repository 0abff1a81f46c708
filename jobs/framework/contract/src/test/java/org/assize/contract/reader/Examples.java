package org.assize.contract.reader;

/** Contracts as teams write them. */
final class Examples {

  static final String POSITION =
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

  static final String REFERRAL =
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

  static final String REFERRAL_MONTHLY =
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

  private Examples() {}
}
