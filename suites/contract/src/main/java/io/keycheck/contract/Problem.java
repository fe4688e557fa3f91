package io.keycheck.contract;

import java.util.Optional;

/** What is wrong with the files that a SecretProviderClass maps. */
public sealed interface Problem {
  /** Returns the stable identifier of the diagnostic check that this belongs to. */
  String check();

  /** Returns how much it matters. */
  Severity severity();

  /** Returns the key or file it is about. */
  String file();

  /** Returns what is wrong in one sentence. */
  String sentence();

  /** Says that a required key is not mapped. */
  record MissingKey(Key key, Severity severity, String sentence) implements Problem {
    @Override
    public String check() {
      return "key-required-missing";
    }

    @Override
    public String file() {
      return key.file();
    }
  }

  /** Says that a file is no key, and which key or pattern may have been meant. */
  record UnknownKey(String file, Optional<String> proposal) implements Problem {
    @Override
    public String check() {
      return "key-unknown";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String sentence() {
      String nearest = proposal.map("; the nearest is \"%s\""::formatted).orElse("");
      return "\"%s\" is no key that an environment reads%s.".formatted(file, nearest);
    }
  }

  /** Says that a key is read only by later Operators than the one named. */
  record NewerOperatorNeeded(String file, OperatorVersion since, OperatorVersion operator)
      implements Problem {
    @Override
    public String check() {
      return "key-needs-newer-operator";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String sentence() {
      return "The key \"%s\" is read from Operator %s on, and the Operator is %s."
          .formatted(file, since, operator);
    }
  }
}
