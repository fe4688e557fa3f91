package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.Recordings;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Projection;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields that are kept are those that the checks look at: no fewer and no others. */
class ReadFieldsTest {
  private final ReadFields fields = new ReadFields();

  static Iterable<Recordings.Label> recordings() {
    return Recordings.labels();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void whatIsKeptTellsTheChecksAsMuch(Recordings.Label recording) {
    for (JsonNode object : Recordings.tree(recording.name()).path("items")) {
      Optional<Item> item = Projection.of(object);
      item.ifPresent(
          known -> {
            ObjectNode kept = fields.of(known, object.deepCopy());
            assertThat(Projection.of(kept)).as(object.at("/metadata").toString()).isEqualTo(item);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'MendixApp','apiVersion':'privatecloud.mendix.com/v1alpha1','metadata':{'name':'a'},"
            + "'spec':{'database':'PASSWORD','runtime':{'p':'PASSWORD'},'replicas':'PASSWORD!'}}",
        "{'kind':'MendixApp','apiVersion':'privatecloud.mendix.com/v1alpha1','metadata':{'name':'a'},"
            + "'spec':['PASSWORD'],'status':'PASSWORD','PASSWORD':1}",
        "{'kind':'Pod','apiVersion':'v1','metadata':{'name':'a','annotations':{'x':'PASSWORD'}},"
            + "'spec':{'containers':[{'name':'c','command':['PASSWORD'],'args':['PASSWORD'],"
            + "'env':[{'name':'AWS_REGION','value':'eu'},{'name':'P','value':'PASSWORD'}]},'PASSWORD']}}",
        "{'kind':'Deployment','apiVersion':'apps/v1','metadata':{'name':'a'},"
            + "'spec':{'template':{'spec':{'initContainers':[{'args':['PASSWORD'],"
            + "'env':[{'value':'PASSWORD'},'PASSWORD']}]}}}}",
        "{'kind':'ServiceAccount','apiVersion':'v1','metadata':{'name':'a','annotations':"
            + "{'kubectl.kubernetes.io/last-applied-configuration':'PASSWORD'}},"
            + "'secrets':[{'name':'PASSWORD'}]}"
      })
  void whateverElseAnObjectHoldsIsLeftOut(String json) throws IOException {
    ObjectNode object = (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    Item item = Projection.of(object).orElseThrow();
    ObjectNode kept = fields.of(item, object);
    assertThat(kept.toString()).doesNotContain("PASSWORD\"");
    assertThat(Projection.of(kept)).contains(item);
  }
}
