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

  /** The same fix sent again later, a little corrected. */
  Fix correctedAt(long laterUpload) {
    return with(laterUpload, latitude + 10, longitude - 10, satellites);
  }

  /** The same fix, sent at another time. */
  Fix sentAt(long otherUpload) {
    return with(otherUpload, latitude, longitude, satellites);
  }

  /** The same fix somewhere else. */
  Fix movedTo(int otherLatitude, int otherLongitude) {
    return with(uploadedAt, otherLatitude, otherLongitude, satellites);
  }

  /** The same fix with another number of satellites. */
  Fix withSatellites(int other) {
    return with(uploadedAt, latitude, longitude, other);
  }

  private Fix with(long upload, int otherLatitude, int otherLongitude, int otherSatellites) {
    return new Fix(
        positionId,
        deviceId,
        personId,
        positionAt,
        upload,
        otherLatitude,
        otherLongitude,
        speed,
        otherSatellites);
  }
}
