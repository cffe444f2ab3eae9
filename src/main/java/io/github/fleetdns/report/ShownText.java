package io.github.fleetdns.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.fleetdns.text.Hidden;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Texts in JSON without what is hidden, as values and as keys, encoded for who shows them. */
final class ShownText extends JsonSerializer<String> {
  /** The attribute of a writer that says what is hidden. */
  static final String HIDDEN = "hidden";

  private final UnaryOperator<String> encoder;

  private ShownText(UnaryOperator<String> encoder) {
    this.encoder = encoder;
  }

  /** What writes JSON so. */
  static ObjectMapper mapper(UnaryOperator<String> encoder) {
    SimpleModule module = new SimpleModule();
    ShownText values = new ShownText(encoder);
    module.addSerializer(String.class, values);
    module.addKeySerializer(String.class, values.new Key());
    return new ObjectMapper().registerModule(module);
  }

  private String shown(String text, SerializerProvider provider) {
    return encoder.apply(
        provider.getAttribute(HIDDEN) instanceof Hidden hidden ? hidden.in(text) : text);
  }

  @Override
  public void serialize(String text, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeString(shown(text, provider));
  }

  private final class Key extends JsonSerializer<String> {
    @Override
    public void serialize(String key, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeFieldName(shown(key, provider));
    }
  }
}
