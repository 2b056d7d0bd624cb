package io.lorecast.knowledge.chat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts a question to a model, and its answer into our words. */
final class LanguageModel {

  /** What an answer's schema is called, where a provider wants a name. */
  private static final String SCHEMA = "facts";

  private final ChatModel model;
  private final Structure structure;

  LanguageModel(ChatModel model, Structure structure) {
    this.model = model;
    this.structure = structure;
  }

  /** Returns the answer; blocks, and fails with whatever LangChain4j fails with. */
  Reply ask(Question question) {
    ChatRequest.Builder request =
        ChatRequest.builder()
            .messages(
                SystemMessage.from(question.instructions()), UserMessage.from(question.data()));
    if (structure != Structure.NONE) {
      request.responseFormat(format(question));
    }
    try {
      return reply(model.chat(request.build()));
    } catch (ContentFilteredException refused) {
      // OpenAI's field `refusal`; what it cost is not handed on.
      return new Reply(Reply.End.REFUSED, "", OptionalLong.empty());
    } catch (RuntimeException failure) {
      if (Causes.find(failure, HttpFailure.class)
          .filter(HttpFailure::isContentFilter)
          .isPresent()) {
        return new Reply(Reply.End.REFUSED, "", OptionalLong.empty());
      }
      throw failure;
    }
  }

  private ResponseFormat format(Question question) {
    ResponseFormat.Builder format = ResponseFormat.builder().type(ResponseFormatType.JSON);
    if (structure == Structure.SCHEMA) {
      format.jsonSchema(
          JsonSchema.builder()
              .name(SCHEMA)
              .rootElement(JsonRawSchema.from(question.schema()))
              .build());
    }
    return format.build();
  }

  private static Reply reply(ChatResponse response) {
    String text = Objects.requireNonNullElse(response.aiMessage().text(), "");
    Reply.End end =
        switch (response.finishReason()) {
          case FinishReason.CONTENT_FILTER -> Reply.End.REFUSED;
          case FinishReason.LENGTH -> Reply.End.CUT_OFF;
          case null, default -> Reply.End.COMPLETE;
        };
    return new Reply(end, end == Reply.End.REFUSED ? "" : text, tokens(response.tokenUsage()));
  }

  private static OptionalLong tokens(@Nullable TokenUsage usage) {
    Integer total = usage == null ? null : usage.totalTokenCount();
    return total == null ? OptionalLong.empty() : OptionalLong.of(total);
  }
}
