#include "tacq/task/chat.h"

#include <doctest/doctest.h>

using namespace tacq;

namespace {

const std::string kTemplate =
    "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are helpful<|im_end|>\n' }}{% endif %}"
    "{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}";

}  // namespace

TEST_CASE("a message becomes the beginning that the model is used to answer") {
    REQUIRE(canChat(kTemplate));
    CHECK(chatPrompt("How are you?", kTemplate).value() == "<|im_start|>system\nYou are helpful<|im_end|>\n<|im_start|>user\nHow are you?<|im_end|>\n<|im_start|>assistant\n");
    const std::string silent = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>'}}{% endfor %}";
    CHECK(chatPrompt("Hi", silent).value() == "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n");
}

TEST_CASE("a template that is not understood is refused, and so is a model without one") {
    for (const char* other : {"", "[INST] {{ message }} [/INST]", "<|im_start|>{{ tools }}<|im_end|>"}) {
        CHECK_FALSE(canChat(other));
        const auto refused = chatPrompt("Hi", other);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::UnsupportedFormat);
        CHECK_FALSE(refused.error().hint.empty());
    }
}
