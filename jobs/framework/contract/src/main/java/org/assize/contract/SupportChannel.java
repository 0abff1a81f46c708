package org.assize.contract;

/**
 * Where people ask about a table, and where they are told of it.
 *
 * @param tool for example {@code slack}, {@code teams} or {@code email}; may be empty
 * @param url for people: a page, or {@code mailto:}; may be empty, and never holds a secret
 * @param scope what it is for, as the standard has it; may be empty
 */
public record SupportChannel(String channel, String tool, String url, String scope) {}
