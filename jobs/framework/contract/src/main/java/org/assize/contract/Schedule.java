package org.assize.contract;

import java.time.ZoneId;

/** When a table should run: five-field cron in a named zone. */
public record Schedule(String cron, ZoneId timezone) {}
