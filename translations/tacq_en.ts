<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SaliencyCatalogue</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SmallerWords</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bit(s) for most weights, %1 of them left exact</source>
        <translation>
            <numerusform>%n bit for most weights, %1 of them left exact</numerusform>
            <numerusform>%n bits for most weights, %1 of them left exact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n piece(s) of text</source>
        <translation>
            <numerusform>up to %n piece of text</numerusform>
            <numerusform>up to %n pieces of text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n bit(s) for most weights</source>
        <translation>
            <numerusform>%1 · %n bit for most weights</numerusform>
            <numerusform>%1 · %n bits for most weights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskPreview</name>
    <message numerus="yes">
        <source>%n sample(s) cut off at the end</source>
        <translation>
            <numerusform>%n sample cut off at the end</numerusform>
            <numerusform>%n samples cut off at the end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) stand in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.</source>
        <translation>
            <numerusform>%n example stands in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.</numerusform>
            <numerusform>%n examples stand in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::CleanupLine</name>
    <message numerus="yes">
        <source>The workspace holds %1 in %n artifact(s); %2 are free on its disk.</source>
        <translation>
            <numerusform>The workspace holds %1 in %n artifact; %2 are free on its disk.</numerusform>
            <numerusform>The workspace holds %1 in %n artifacts; %2 are free on its disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s), %1</source>
        <translation>
            <numerusform>%n artifact, %1</numerusform>
            <numerusform>%n artifacts, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportResultCard</name>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation>
            <numerusform>Written to %1: %n file, %2.</numerusform>
            <numerusform>Written to %1: %n files, %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::FactTableModel</name>
    <message numerus="yes">
        <source>%n tensor(s) of their own</source>
        <translation>
            <numerusform>%n tensor of its own</numerusform>
            <numerusform>%n tensors of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::FitCard</name>
    <message numerus="yes">
        <source>%n tensor(s) have a width that was not simulated: their loss is an estimate.</source>
        <translation>
            <numerusform>%n tensor has a width that was not simulated: its loss is an estimate.</numerusform>
            <numerusform>%n tensors have a width that was not simulated: their loss is an estimate.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::ForecastCard</name>
    <message numerus="yes">
        <source>by %n measured run(s) of this model and task</source>
        <translation>
            <numerusform>by %n measured run of this model and task</numerusform>
            <numerusform>by %n measured runs of this model and task</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).</source>
        <translation>
            <numerusform>No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).</numerusform>
            <numerusform>No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::GeneratePage</name>
    <message numerus="yes">
        <source>The same words all the way, %n token(s)</source>
        <translation>
            <numerusform>The same words all the way, %n token</numerusform>
            <numerusform>The same words all the way, %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same words for %n token(s), then they part</source>
        <translation>
            <numerusform>The same words for %n token, then they part</numerusform>
            <numerusform>The same words for %n tokens, then they part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean KL %1 nats per token over %n token(s): %2.</source>
        <translation>
            <numerusform>Mean KL %1 nats per token over %n token: %2.</numerusform>
            <numerusform>Mean KL %1 nats per token over %n tokens: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonsPage</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 · %n thread(s)</source>
        <translation>
            <numerusform>%1 · %n thread</numerusform>
            <numerusform>%1 · %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this computer · %n thread(s)</source>
        <translation>
            <numerusform>this computer · %n thread</numerusform>
            <numerusform>this computer · %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n sample(s), %2 tokens</source>
        <translation>
            <numerusform>%1 · %n sample, %2 tokens</numerusform>
            <numerusform>%1 · %n samples, %2 tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::ModelPage</name>
    <message numerus="yes">
        <source>every %n-th row of</source>
        <translation>
            <numerusform>every %n-th row of</numerusform>
            <numerusform>every %n-th row of</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunActions</name>
    <message numerus="yes">
        <source>Forget %n run(s)</source>
        <translation>
            <numerusform>Forget %n run</numerusform>
            <numerusform>Forget %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffCard</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) differ</source>
        <translation>
            <numerusform>%n row differs</numerusform>
            <numerusform>%n rows differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunsPage</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %n run(s), with all that they measured? Models that they wrote stay; a clean-up of the workspace can then free the rest.</source>
        <translation>
            <numerusform>Forget %n run, with all that it measured? Models that it wrote stay; a clean-up of the workspace can then free the rest.</numerusform>
            <numerusform>Forget %n runs, with all that they measured? Models that they wrote stay; a clean-up of the workspace can then free the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerPage</name>
    <message numerus="yes">
        <source>Paste some examples, or choose a file: %n character(s) at least.</source>
        <translation>
            <numerusform>Paste some examples, or choose a file: %n character at least.</numerusform>
            <numerusform>Paste some examples, or choose a file: %n characters at least.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskAmountCard</name>
    <message numerus="yes">
        <source>The text gives %n sample(s) of the %1 asked for, %2 tokens in all.</source>
        <translation>
            <numerusform>The text gives %n sample of the %1 asked for, %2 tokens in all.</numerusform>
            <numerusform>The text gives %n samples of the %1 asked for, %2 tokens in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), %1 tokens in all</source>
        <translation>
            <numerusform>%n sample, %1 tokens in all</numerusform>
            <numerusform>%n samples, %1 tokens in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskPreviewCard</name>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation>
            <numerusform>The first sample, as the model sees it.</numerusform>
            <numerusform>The first %n samples, as the model sees them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorErrorCard</name>
    <message numerus="yes">
        <source>%1 of %n matrices</source>
        <translation>
            <numerusform>%1 of %n matrices</numerusform>
            <numerusform>%1 of %n matrices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::WeightGridView</name>
    <message numerus="yes">
        <source>%n level(s) from %1 to %2; the weight %3 moves to %4.</source>
        <translation>
            <numerusform>%n level from %1 to %2; the weight %3 moves to %4.</numerusform>
            <numerusform>%n levels from %1 to %2; the weight %3 moves to %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthsCard</name>
    <message numerus="yes">
        <source>%n tensor(s) have a width of their own.</source>
        <translation>
            <numerusform>%n tensor has a width of its own.</numerusform>
            <numerusform>%n tensors have a width of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked.</source>
        <translation>
            <numerusform>%n locked.</numerusform>
            <numerusform>%n locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.</source>
        <translation>
            <numerusform>%n tensor has rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.</numerusform>
            <numerusform>%n tensors have rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::WritingCard</name>
    <message numerus="yes">
        <source>%n token(s) in %1</source>
        <translation>
            <numerusform>%n token in %1</numerusform>
            <numerusform>%n tokens in %1</numerusform>
        </translation>
    </message>
</context>
</TS>
