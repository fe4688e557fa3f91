package io.keycheck.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Lets the parts' logs through only when a person asked for them. */
public final class WhenVerbose extends Filter<ILoggingEvent> {
  @Override
  public FilterReply decide(ILoggingEvent event) {
    return System.getProperty("keycheck.verbose") == null ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
