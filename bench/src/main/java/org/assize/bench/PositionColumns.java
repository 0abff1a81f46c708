package org.assize.bench;

import java.util.List;

/** The 18 columns of a position: what the supplier calls them and what the table does. */
final class PositionColumns {

  static final List<Column> ALL =
      List.of(
          whole("position_id", "position_id"),
          whole("device_id", "device_id"),
          whole("person_id", "person_id"),
          whole("client_id", "client_id"),
          whole("location_id", "location_id"),
          time("position_gps_date", "position_at"),
          time("position_recorded_date", "recorded_at"),
          time("position_uploaded_date", "uploaded_at"),
          fraction("position_latitude", "latitude"),
          fraction("position_longitude", "longitude"),
          whole("position_precision", "precision_metres"),
          whole("position_speed", "speed"),
          whole("position_direction", "direction"),
          whole("position_satellite", "satellites"),
          whole("position_hdop", "hdop"),
          whole("position_lbs", "lbs"),
          whole("position_circulation_id", "circulation_id"),
          text("position_geometry", "geometry"));

  private PositionColumns() {}

  private static Column whole(String source, String name) {
    return new Column(source, name, "bigint", "BIGINT");
  }

  private static Column fraction(String source, String name) {
    return new Column(source, name, "double", "DOUBLE");
  }

  private static Column time(String source, String name) {
    return new Column(source, name, "timestamp", "TIMESTAMPTZ");
  }

  private static Column text(String source, String name) {
    return new Column(source, name, "string", "VARCHAR");
  }

  /** One column and its type in both engines. */
  record Column(String source, String name, String sparkType, String duckType) {}
}
