package io.keycheck.diagnose.read;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.NodeEvent;

/** Makes parsers of YAML that also tell the anchors of scalars, which the usual ones do not. */
final class YamlWithAnchors extends YAMLFactory {
  private static final long serialVersionUID = 1L;

  YamlWithAnchors(LoaderOptions options, StreamReadConstraints limits) {
    super(YAMLFactory.builder().loaderOptions(options).streamReadConstraints(limits));
  }

  @Override
  protected YAMLParser _createParser(Reader text, IOContext context) {
    return new Anchors(
        context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, text);
  }

  private static final class Anchors extends YAMLParser {
    Anchors(
        IOContext context,
        int features,
        int yamlFeatures,
        LoaderOptions options,
        ObjectCodec codec,
        Reader text) {
      super(context, features, yamlFeatures, options, codec, text);
    }

    @Override
    public String getObjectId() {
      return _lastEvent instanceof NodeEvent node && !(node instanceof AliasEvent)
          ? node.getAnchor()
          : null;
    }
  }
}
