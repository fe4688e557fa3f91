package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An entry names an object that no store can hold. */
public final class ObjectNameInvalid implements EntryCheck {
  private static final Map<String, String> SERVICES =
      Map.of("secretsmanager", "secretsmanager", "ssm", "ssmparameter");
  private static final Pattern GCP =
      Pattern.compile("projects/[^/]+/(locations/[^/]+/)?secrets/[^/]+/versions/[^/]+");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    Provider provider = subject.provider().orElseThrow();
    String field = provider == Provider.GCP ? "resourceName" : "objectName";
    entries.stream()
        .filter(entry -> !entry.text(field).isBlank() && !Placeholders.in(entry.text(field)))
        .flatMap(
            entry ->
                problem(subject, provider, entry, entry.text(field)).stream()
                    .map(why -> Map.entry(entry.fields().get(field), why)))
        .limit(Words.MOST)
        .forEach(
            wrong ->
                findings.add(
                    subject.ref(),
                    "%s says %s %s."
                        .formatted(
                            subject.place(wrong.getKey().line()),
                            field,
                            quoted(wrong.getKey().value())),
                    "The provider refuses it: " + wrong.getValue() + ".",
                    List.of(
                        subject.edit(),
                        "# line "
                            + wrong.getKey().line()
                            + ": write the object's name as the store has it")));
  }

  private static Optional<String> problem(
      Subject subject, Provider provider, Entry entry, String name) {
    return switch (provider) {
      case VAULT -> Optional.empty();
      case AWS -> name.startsWith("arn:") ? ofArn(subject, entry, name) : Optional.empty();
      case AZURE ->
          name.matches("[0-9A-Za-z-]{1,127}")
              ? Optional.empty()
              : Optional.of(
                  "a Key Vault name is of letters, digits and hyphens; objectAlias may name the file with a dot");
      case GCP ->
          GCP.matcher(name).matches()
              ? Optional.empty()
              : Optional.of("it is to be projects/…/secrets/…/versions/…");
    };
  }

  private static Optional<String> ofArn(Subject subject, Entry entry, String name) {
    String[] parts = name.split(":", 6);
    if (parts.length < 6) {
      return Optional.of("that is no full ARN");
    }
    String kind = SERVICES.get(parts[2]);
    if (kind == null) {
      return Optional.of("its service is neither secretsmanager nor ssm");
    }
    String type = entry.text("objectType");
    if (SERVICES.containsValue(type) && !kind.equals(type)) {
      return Optional.of("objectType is " + type + ", and the ARN is one of " + parts[2]);
    }
    String region = subject.parameter("region");
    return region.isEmpty() || Placeholders.in(region) || region.equals(parts[3])
        ? Optional.empty()
        : Optional.of("its region is not parameters.region, " + quoted(region));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry names an ARN that is malformed, of another kind or of another region (aws), a secret with characters that Key Vault does not have (azure), or no full resource name (gcp).",
        "The pod waits; its event FailedMount says \"Invalid ARN format in object name\", \"ARN region must match region\", \"objectType does not match ARN\" or what the store says.",
        "Write the name as the store has it.",
        "AWS provider, secret descriptor; later editions of the document for Azure; GCP provider, secrets");
  }
}
