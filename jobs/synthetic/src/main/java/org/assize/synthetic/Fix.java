package org.assize.synthetic;

/**
 * One location fix as the supplier records it. Degrees are in millionths, times in seconds since
 * 1970.
 */
record Fix(
    long positionId,
    long deviceId,
    long personId,
    long positionAt,
    long uploadedAt,
    int latitude,
    int longitude,
    int speed,
    int satellites) {

  /** Seconds between a fix and its record in the tag. */
  static final int RECORDING_DELAY = 2;

  /** The same fix sent again, corrected. */
  Fix correctedAt(long laterUpload) {
    return new Fix(
        positionId,
        deviceId,
        personId,
        positionAt,
        laterUpload,
        latitude + 10,
        longitude - 10,
        speed,
        satellites);
  }

  /** The same fix somewhere else. */
  Fix movedTo(int otherLatitude, int otherLongitude) {
    return new Fix(
        positionId,
        deviceId,
        personId,
        positionAt,
        uploadedAt,
        otherLatitude,
        otherLongitude,
        speed,
        satellites);
  }

  /** The same fix with another number of satellites. */
  Fix withSatellites(int other) {
    return new Fix(
        positionId, deviceId, personId, positionAt, uploadedAt, latitude, longitude, speed, other);
  }
}
