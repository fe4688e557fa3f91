package io.keycheck.cli;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.keycheck.cases.offender.RendersCharts;
import io.keycheck.cases.offender.TalksToAws;
import io.keycheck.cases.offender.TalksToTheClient;
import io.keycheck.cases.offender.WaitsByItself;
import io.keycheck.cli.offender.CallsContainers;
import io.keycheck.cli.offender.FormatUtils;
import io.keycheck.cli.offender.KeepsCount;
import io.keycheck.cli.offender.Sleeps;
import io.keycheck.cli.offender.ThrowsAnything;
import io.keycheck.contract.offender.KnowsTheReports;
import io.keycheck.diagnose.offender.KnowsTheLabToo;
import io.keycheck.diagnose.offender.MakesAClient;
import io.keycheck.gate.offender.KnowsTheStandIns;
import io.keycheck.lab.offender.KnowsTheCases;
import io.keycheck.lab.offender.KnowsTheCommandLine;
import io.keycheck.lab.offender.KnowsTheTestFramework;
import io.keycheck.lab.offender.Prints;
import io.keycheck.reports.offender.KnowsTheLab;
import io.keycheck.standins.offender.KnowsTheContract;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The rules of the house that class files show, each with a class that breaks it. */
final class HouseRules {
  private static final String KIT = "io.keycheck..";
  private static final String CONTRACT = "io.keycheck.contract..";
  private static final String REPORTS = "io.keycheck.reports..";
  private static final String DIAGNOSE = "io.keycheck.diagnose..";
  private static final String COLLECT = "io.keycheck.diagnose.collect..";
  private static final String STAND_INS = "io.keycheck.standins..";
  private static final String GATE = "io.keycheck.gate..";
  private static final String LAB = "io.keycheck.lab..";
  private static final String CASES = "io.keycheck.cases..";
  private static final String CLI = "io.keycheck.cli..";

  /** The one class outside the command line that prints: under Maven there is nobody else. */
  private static final String SESSION = "io.keycheck.cases.RunSession";

  private HouseRules() {}

  /**
   * A rule, and proof that it can fail.
   *
   * @param offender a class of the test sources that breaks it
   */
  record Rule(String name, ArchRule rule, Class<?> offender) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Rule> all() {
    return List.of(
        new Rule(
            "the contract knows nobody",
            mayKnow(CONTRACT)
                .because("it is data that everything else may read, so it must stand alone"),
            KnowsTheReports.class),
        new Rule(
            "the reports know nobody",
            mayKnow(REPORTS)
                .because(
                    "a report is read and verified where there is no cluster, no store and no kit"
                        + " that ran it"),
            KnowsTheLab.class),
        new Rule(
            "the stand-ins know nobody",
            mayKnow(STAND_INS)
                .because(
                    "a stand-in that shared code with the suite would share its mistakes, and the"
                        + " suite could not notice them"),
            KnowsTheContract.class),
        new Rule(
            "the gate knows nobody",
            mayKnow(GATE)
                .because(
                    "it judges in AWS's place: what it shared with the lab that writes policies and"
                        + " tokens' audiences, or with the provider, it could not refuse"),
            KnowsTheStandIns.class),
        new Rule(
            "the lab knows contract and reports",
            mayKnow(LAB, CONTRACT, REPORTS)
                .because(
                    "it makes what cases ask for and judges nothing: judging is the cases' work,"
                        + " starting runs the command line's"),
            KnowsTheCases.class),
        new Rule(
            "diagnose knows contract and reports",
            mayKnow(DIAGNOSE, CONTRACT, REPORTS)
                .because(
                    "the lab writes to clusters: what cannot reach it cannot write, whatever it is"
                        + " asked to do in a cluster that matters"),
            KnowsTheLabToo.class),
        new Rule(
            "the cases know lab, diagnose, contract and reports",
            mayKnow(CASES, LAB, DIAGNOSE, CONTRACT, REPORTS)
                .because("Maven runs them without the command line, and so must everyone"),
            io.keycheck.cases.offender.KnowsTheCommandLine.class),
        new Rule(
            "only the lab, and who reads for diagnose, speak to a cluster",
            onlyIn("io.fabric8.kubernetes.client..", LAB, COLLECT, STAND_INS)
                .because(
                    "what is created must be in a ledger, and every request must name its case;"
                        + " cases ask the stage, and may read and change what its objects say"),
            TalksToTheClient.class),
        new Rule(
            "only the lab and the cases know Kubernetes objects",
            onlyIn("io.fabric8..", LAB, CASES, COLLECT, STAND_INS)
                .because("reports and command line must work for results of any subject"),
            io.keycheck.cli.offender.KnowsPods.class),
        new Rule(
            "diagnose reads raw lists",
            noClasses()
                .that()
                .resideInAPackage(DIAGNOSE)
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage("io.fabric8.kubernetes.api..")
                        .or(assignableTo(KubernetesClient.class)))
                .because(
                    "a client that can create and delete must not even be within reach, and files"
                        + " and clusters must be read alike"),
            MakesAClient.class),
        new Rule(
            "only the lab starts containers",
            onlyIn(List.of("org.testcontainers..", "com.github.dockerjava.."), LAB)
                .because("what runs beside the cluster must end with the run, wherever it ends"),
            CallsContainers.class),
        new Rule(
            "only the lab knows Helm",
            onlyIn("com.marcnuri.helm..", "io.keycheck.lab.chart..")
                .because("its library is loaded where a chart is rendered, and nowhere else"),
            RendersCharts.class),
        new Rule(
            "only the lab speaks to Vault",
            onlyIn("io.github.jopenlibs..", LAB)
                .because("cases that are true of every store must not know one of them"),
            io.keycheck.cases.offender.TalksToVault.class),
        new Rule(
            "only the lab speaks to AWS",
            onlyIn("software.amazon.awssdk..", LAB, STAND_INS)
                .because("cases that are true of every store must not know one of them"),
            TalksToAws.class),
        new Rule(
            "only cases and command line know JUnit",
            onlyIn(List.of("org.junit..", "org.opentest4j.."), CASES, CLI)
                .because("how cases are run can change while lab and reports stay as they are"),
            KnowsTheTestFramework.class),
        new Rule(
            "only the command line knows picocli",
            onlyIn("picocli..", CLI).because("there is one place where options become settings"),
            KnowsTheCommandLine.class),
        new Rule(
            "every wait is an Eventually",
            onlyIn("org.awaitility..", "io.keycheck.lab.wait..")
                .because(
                    "a wait has a name, a deadline, a reason to give up, and shows what was last"
                        + " seen"),
            WaitsByItself.class),
        new Rule(
            "nobody sleeps",
            noClasses()
                .should()
                .callMethodWhere(
                    target(owner(assignableTo(Thread.class)))
                        .or(target(owner(assignableTo(TimeUnit.class))))
                        .and(target(name("sleep"))))
                .because(
                    "a sleep is too short on a busy machine and too long on any other: wait for a"
                        + " condition with Eventually"),
            Sleeps.class),
        new Rule(
            "nothing static changes",
            fields()
                .that()
                .areStatic()
                .should()
                .beFinal()
                .because(
                    "cases run side by side, and two runs may share a process: what changes belongs"
                        + " to an object that somebody holds"),
            KeepsCount.class),
        new Rule(
            "only the command line prints",
            noClasses()
                .that()
                .resideOutsideOfPackage(CLI)
                .and()
                .doNotHaveFullyQualifiedName(SESSION)
                .and()
                .doNotHaveFullyQualifiedName("io.keycheck.standins.vaultprovider.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.keycheck.standins.awsprovider.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.keycheck.gate.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.keycheck.standins.operator.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.keycheck.standins.runtime.Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because(
                    "results go to one stream and progress to the other, masked, and only who"
                        + " starts a run knows which"),
            Prints.class),
        new Rule(
            "names say what a class is",
            noClasses()
                .should()
                .haveNameMatching(
                    ".*[.$](\\w*(Utils?|Helpers?|Manager|Constants)|Abstract\\w*Base)")
                .because(
                    "such a name says that a class has no one thing to be: name the thing, or put"
                        + " the method where it is used"),
            FormatUtils.class),
        new Rule(
            "exceptions say what happened",
            noClasses()
                .should()
                .callConstructorWhere(createsGenericException())
                .because(
                    "who catches must tell the subject's failure from the cluster's and the kit's:"
                        + " throw ClusterBroke, SetUpFailed, or the JDK's own for the mistake"),
            ThrowsAnything.class));
  }

  private static ArchRule mayKnow(String module, String... others) {
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            are(
                resideOutsideOfPackage(KIT)
                    .or(resideInAnyPackage(module))
                    .or(resideInAnyPackage(others))));
  }

  private static ArchRule onlyIn(String library, String... modules) {
    return onlyIn(List.of(library), modules);
  }

  private static ArchRule onlyIn(List<String> library, String... modules) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(modules)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library.toArray(String[]::new));
  }

  /** A call of an own exception's constructor to that of its superclass creates none. */
  private static DescribedPredicate<JavaConstructorCall> createsGenericException() {
    return DescribedPredicate.describe(
        "create a Throwable, Exception, RuntimeException or Error",
        call -> {
          JavaClass created = call.getTargetOwner();
          boolean generic =
              created.isEquivalentTo(Throwable.class)
                  || created.isEquivalentTo(Exception.class)
                  || created.isEquivalentTo(RuntimeException.class)
                  || created.isEquivalentTo(Error.class);
          boolean toSuper =
              call.getOrigin().isConstructor()
                  && call.getOriginOwner().getRawSuperclass().filter(created::equals).isPresent();
          return generic && !toSuper;
        });
  }
}
