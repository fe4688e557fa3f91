package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.Providers;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.Optional;

/** The class that a check looks at, with what is said of it again and again. */
record Subject(View view, ClassInForce inForce) {
  SecretProviderClass resource() {
    return inForce.resource();
  }

  /** Returns what it lists. */
  Entries entries() {
    return view.entries(resource());
  }

  ObjectRef ref() {
    return refOf(resource());
  }

  static ObjectRef refOf(SecretProviderClass resource) {
    return new ObjectRef(
        io.keycheck.contract.SecretProviderClass.KIND,
        resource.meta().namespace(),
        resource.meta().name());
  }

  Optional<Provider> provider() {
    return Providers.of(resource().provider());
  }

  boolean isOf(Provider provider) {
    return provider().filter(provider::equals).isPresent();
  }

  /** Returns the parameter's text; empty where it is absent. */
  String parameter(String name) {
    return resource().parameters().getOrDefault(name, "");
  }

  /** Returns the name of the parameter that lists the entries. */
  String list() {
    return provider().map(Provider::parameter).orElse("objects");
  }

  /** Returns where in the list something stands, such as {@code line 3 of parameters.objects}. */
  String place(int line) {
    return "line " + line + " of parameters." + list();
  }

  /** Returns the command that opens the class in an editor. */
  String edit() {
    return kubectl("edit secretproviderclass", resource().meta().name());
  }

  /** Returns the command that sets a parameter. */
  String set(String parameter, String value) {
    String patch =
        "{\"spec\":{\"parameters\":{\"%s\":\"%s\"}}}"
            .formatted(parameter, value.replace("\\", "\\\\").replace("\"", "\\\""));
    return kubectl("patch secretproviderclass", resource().meta().name())
        + " --type merge -p "
        + Shell.quote(patch);
  }

  /** Returns a command on one object in the class's namespace. */
  String kubectl(String verbAndKind, String name) {
    return "kubectl -n %s %s %s"
        .formatted(Shell.quote(resource().meta().namespace()), verbAndKind, Shell.quote(name));
  }
}
