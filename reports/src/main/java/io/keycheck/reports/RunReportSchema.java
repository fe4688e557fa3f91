package io.keycheck.reports;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Holds a run report against the JSON Schema that is published beside this class. */
public final class RunReportSchema {
  private RunReportSchema() {}

  /** Returns where the report breaks the schema first, in words; nothing where it does not. */
  public static Optional<String> violation(byte[] report) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunReportJson.schema());
    return schema.validate(new String(report, StandardCharsets.UTF_8), InputFormat.JSON).stream()
        .findFirst()
        .map(RunReportSchema::said);
  }

  private static String said(Error error) {
    return Visible.inline(
        "run-report.json%s: %s".formatted(error.getInstanceLocation(), error.getMessage()));
  }
}
