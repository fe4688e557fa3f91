package io.keycheck.reports;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names who certifies what: without it a run is a run, and no certificate.
 *
 * @param organisation who vouches for the product
 * @param product what was tried, as its users know it
 * @param version its version, as its users know it
 * @param url where to read about it, over http or https
 * @param contact whom to ask: an address for mail, or a page
 */
public record Subject(
    String organisation, String product, String version, String url, String contact) {
  /** Greatest length of each text, in characters: it is to fit on a page. */
  public static final int LONGEST = 200;

  /** Refuses what is empty, too long or on several lines, and a url that no reader can follow. */
  public Subject {
    organisation = Line.of("organisation", organisation, LONGEST);
    product = Line.of("product", product, LONGEST);
    version = Line.of("version", version, LONGEST);
    url = Line.of("url", url, LONGEST);
    contact = Line.of("contact", contact, LONGEST);
    if (!Line.isWebAddress(url)) {
      throw new IllegalArgumentException("the url has to start with https:// or http://");
    }
  }

  /** Returns all of it by name, in the order in which people introduce something. */
  public Map<String, String> byName() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("organisation", organisation);
    all.put("product", product);
    all.put("version", version);
    all.put("url", url);
    all.put("contact", contact);
    return all;
  }
}
