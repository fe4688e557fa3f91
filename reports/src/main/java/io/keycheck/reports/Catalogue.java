package io.keycheck.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists the cases a suite consists of, so that a report can be held against it.
 *
 * @param cases sorted by store and id, each once
 */
public record Catalogue(List<CaseInfo> cases) {
  /** Sorts the cases, and refuses one that is listed twice. */
  public Catalogue {
    Map<String, CaseInfo> byKey = new TreeMap<>();
    for (CaseInfo info : cases) {
      if (byKey.put(info.key(), info) != null) {
        throw new IllegalArgumentException("The case %s is listed twice.".formatted(info.key()));
      }
    }
    cases = byKey.values().stream().sorted().toList();
  }

  /** Returns how many cases there are. */
  public int size() {
    return cases.size();
  }

  /** Returns {@code sha256:} and the digest in hexadecimal over everything the catalogue says. */
  public String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (CaseInfo info : cases) {
        for (String field :
            List.of(
                info.store(),
                info.id(),
                info.level().word(),
                info.promise(),
                info.spec(),
                info.since())) {
          sha256.update(field.getBytes(StandardCharsets.UTF_8));
          sha256.update((byte) 0); // no field holds a NUL, so no two catalogues look alike
        }
      }
      return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /**
   * Returns one result per case: the given one, or an inconclusive one where a case has none.
   *
   * <p>A run that is stopped half-way still accounts for every case.
   *
   * @param why reason of the cases without a result
   * @param at when the run ended
   * @throws IllegalArgumentException if a result belongs to no case of the catalogue, or two to one
   */
  public List<CaseResult> account(List<CaseResult> results, Reason why, Instant at) {
    Map<CaseInfo, CaseResult> byCase = new TreeMap<>();
    for (CaseResult result : results) {
      if (!cases.contains(result.info())) {
        throw new IllegalArgumentException(
            "The case %s is not in the catalogue.".formatted(result.info().key()));
      }
      if (byCase.put(result.info(), result) != null) {
        throw new IllegalArgumentException(
            "The case %s has two results.".formatted(result.info().key()));
      }
    }
    List<CaseResult> all = new ArrayList<>();
    for (CaseInfo info : cases) {
      CaseResult given = byCase.get(info);
      all.add(given == null ? CaseResult.inconclusive(info, why, at) : given);
    }
    return List.copyOf(all);
  }
}
