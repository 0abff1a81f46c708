package org.assize.spark.condition;

import org.assize.spark.RowCondition;
import org.assize.spark.RowValues;

/** The last digit of a device's number is right: the algorithm of Luhn, ISO/IEC 7812-1. */
public final class CheckedImei implements RowCondition {

  @Override
  public boolean isMet(RowValues row) {
    String imei = row.text("imei");
    int sum = 0;
    for (int i = 0; i < imei.length(); i++) {
      int digit = Character.digit(imei.charAt(imei.length() - 1 - i), 10);
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return imei.length() == 15 && sum % 10 == 0;
  }
}
