package io.keycheck.diagnose.snapshot;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Makes a few bytes of objects that are looked at later: their records as lists of values (JSON),
 * deflated. What is packed first of a kind is what the rest of the kind is held against, as objects
 * of a kind are much alike.
 */
final class Packer {
  /** A longer one takes longer to prepare for, with each package. */
  private static final int LONGEST_SAMPLE = 4 * 1024;

  private final ObjectMapper mapper = mapper();
  private final Map<Kind<?>, byte[]> samples = new ConcurrentHashMap<>();

  byte[] pack(Kind<?> kind, Collection<? extends Item> items) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      byte[] text = mapper.writeValueAsBytes(items);
      deflater.setDictionary(
          samples.computeIfAbsent(kind, first -> Arrays.copyOf(text, sampled(text.length))));
      ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 8);
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
        out.write(text);
      }
      return packed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
  }

  <T extends Item> List<T> unpack(Kind<T> kind, byte[] packed) {
    Inflater inflater = new Inflater(true);
    inflater.setDictionary(samples.get(kind));
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
      return mapper.readerForListOf(kind.type()).readValue(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      inflater.end();
    }
  }

  private static int sampled(int length) {
    return Math.min(length, LONGEST_SAMPLE);
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            // Texts of files may hold half a surrogate pair, which only an escape can stand for.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // Names are those of labels, of which there is no end.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    SimpleModule times = new SimpleModule();
    times.addSerializer(new WriteTime());
    times.addDeserializer(Optional.class, new ReadTime());
    return JsonMapper.builder(factory)
        .addModule(times)
        .annotationIntrospector(new AsLists())
        .build();
  }

  /** The names of fields would be said again with each object. */
  private static final class AsLists extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonFormat.Value findFormat(Annotated annotated) {
      return annotated.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(annotated);
    }
  }

  /** All that is optional in an object is a time: its seconds and nanoseconds, or null. */
  private static final class WriteTime extends StdSerializer<Optional<?>> {
    private static final long serialVersionUID = 1L;

    WriteTime() {
      super(Optional.class, false);
    }

    @Override
    public void serialize(Optional<?> time, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (time.isEmpty()) {
        out.writeNull();
      } else {
        Instant instant = (Instant) time.get();
        out.writeStartArray();
        out.writeNumber(instant.getEpochSecond());
        out.writeNumber(instant.getNano());
        out.writeEndArray();
      }
    }
  }

  private static final class ReadTime extends JsonDeserializer<Optional<Instant>> {
    @Override
    public Optional<Instant> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      long seconds = in.nextLongValue(0);
      int nanoseconds = in.nextIntValue(0);
      in.nextToken();
      return Optional.of(Instant.ofEpochSecond(seconds, nanoseconds));
    }

    @Override
    public Optional<Instant> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
