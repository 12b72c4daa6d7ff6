<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BudgetPresets</name>
    <message>
        <source>Smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 bit + 0.35 %: as small as it gets; without the kept weights such a model would hardly speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 bit + 0.35 %: what the method&apos;s authors measured most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 bit in groups of 128 + 0.35 %: close to the original on most tasks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A setting cannot be used</source>
        <translation>某项设置无法使用</translation>
    </message>
    <message>
        <source>A file is damaged or not what it claims to be</source>
        <translation>文件已损坏，或与其声明的类型不符</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>缺少内容</translation>
    </message>
    <message>
        <source>This kind of model is not supported yet</source>
        <translation>尚不支持此类模型</translation>
    </message>
    <message>
        <source>This file format is not supported</source>
        <translation>不支持此文件格式</translation>
    </message>
    <message>
        <source>The task data cannot be used</source>
        <translation>任务数据无法使用</translation>
    </message>
    <message>
        <source>The numbers broke down</source>
        <translation>数值计算失效</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>There is something at that place already</source>
        <translation>该位置已有内容</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>读取或写入失败</translation>
    </message>
    <message>
        <source>The workspace is busy</source>
        <translation>工作区正忙</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>Change the setting that is named and try again.</source>
        <translation>请修改所指出的设置后重试。</translation>
    </message>
    <message>
        <source>Get the file again from where it came from.</source>
        <translation>请从来源处重新获取该文件。</translation>
    </message>
    <message>
        <source>Check the name and that the disk is connected, then try again.</source>
        <translation>请检查名称以及磁盘是否已连接，然后重试。</translation>
    </message>
    <message>
        <source>Try a Llama, Mistral or Qwen model.</source>
        <translation>请尝试 Llama、Mistral 或 Qwen 模型。</translation>
    </message>
    <message>
        <source>Use a Hugging Face folder, a .safetensors or a .gguf file.</source>
        <translation>请使用 Hugging Face 文件夹、.safetensors 或 .gguf 文件。</translation>
    </message>
    <message>
        <source>Look at the named line of the task file, or choose a built-in task.</source>
        <translation>请查看任务文件中所指出的行，或选择内置任务。</translation>
    </message>
    <message>
        <source>Check the checkpoint: some of its weights are not numbers.</source>
        <translation>请检查检查点：其中部分权重不是数值。</translation>
    </message>
    <message>
        <source>Use fewer or shorter samples, or close other programs.</source>
        <translation>请使用更少或更短的样本，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>请释放空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder, or allow replacing it.</source>
        <translation>请选择其他文件夹，或允许替换。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>请选择您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>Wait until the other program is done, then try again.</source>
        <translation>请等待其他程序完成后重试。</translation>
    </message>
    <message>
        <source>Resume goes on where it stopped.</source>
        <translation>“继续”会从停止处接着进行。</translation>
    </message>
    <message>
        <source>Nothing finished is lost. Resume starts the engine again and goes on where it stopped.</source>
        <translation>已完成的内容不会丢失。“继续”会重新启动引擎，并从停止处接着进行。</translation>
    </message>
    <message>
        <source>Copy this message into a bug report.</source>
        <translation>请将此消息复制到错误报告中。</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>transformers, vLLM, SGLang</source>
        <translation type="unfinished">transformers, vLLM, SGLang</translation>
    </message>
    <message>
        <source>Quality of the smaller model, in a form every program loads: the weights are written in 16 bit (32 where the original has 32), so the folder is as large as the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transformers, vLLM, SGLang, and anything else that loads Hugging Face folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model.safetensors, config.json, the tokenizer, a model card, and how it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TaCQ packed</source>
        <translation type="unfinished">TaCQ 打包格式</translation>
    </message>
    <message>
        <source>The compact checkpoint: as small as the ledger says, to the byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TaCQ Workbench and its command line; others do not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the packed weights, the kept weights, config.json, the tokenizer, a model card, and how it was made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportSource</name>
    <message>
        <source>run #%1 · %2 · %3 · %4 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished">%1 · %2</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
</context>
<context>
    <name>JobResults</name>
    <message>
        <source>%1 bit, mixed + %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bit + %2</source>
        <translation type="unfinished">%1 位 + %2</translation>
    </message>
</context>
<context>
    <name>LessonReader</name>
    <message>
        <source>&quot;format&quot; is not &quot;tacq-lesson&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;version&quot; is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;steps&quot; is not a list of at least one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend that line; README.md beside the bundled lessons lists all that a lesson may say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces is wanted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; known: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an object of texts by language, such as {&quot;en&quot;: &quot;…&quot;}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a language such as en, de or zh_CN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no figure {%1}; known: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;do&quot; is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;wait&quot; is none of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;action&quot; is none of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;fraction&quot; is not a number from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;as&quot; is not a name of letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;kind&quot; is none of q, k, v, o, gate, up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for a missing comma, quote or bracket at or before that line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricRegistry</name>
    <message>
        <source>perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. ± one standard error over windows.</source>
        <translation type="unfinished">任务评测文本上的 exp(平均负对数似然)：越低越好。± 为各窗口间的一个标准误。</translation>
    </message>
    <message>
        <source>other text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity on a text that the model was not made for: it shows what was lost elsewhere. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the smaller model&apos;s next-token probabilities lie from the original&apos;s, on average over the task&apos;s evaluation text. Lower is better; 0: the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The KL divergence that 99 of 100 tokens stay below: how bad the worst tokens are. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top 1 agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of positions where both models find the same token most likely. Higher is better.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageEntries</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Open a model or the bundled sample.</source>
        <translation>打开模型或自带的示例。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What is inside the model: layers, tensors, sizes.</source>
        <translation>模型的内容：层、张量和大小。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What the smaller model must still be good at.</source>
        <translation>缩小后的模型仍须擅长什么。</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>Find out which weights the task needs: gradients and a simulated quantization.</source>
        <translation>找出任务需要哪些权重：梯度与模拟量化。</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>电路</translation>
    </message>
    <message>
        <source>Where the task lives in the model, down to single weights, and how many of them to keep.</source>
        <translation>任务位于模型的何处（精确到单个权重），以及保留其中多少。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the smaller model for the program that will run it.</source>
        <translation>为将要运行它的程序写出更小的模型。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Everything that was run in this workspace.</source>
        <translation>此工作区中运行过的全部内容。</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three questions, one button: a smaller model for what you use it for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One matrix at full size, down to a single weight; two runs side by side or subtracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How every bit is spent: widths per tensor, fit to a size or a machine, and measured runs beside each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the smaller model, and measure it beside the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both models write side by side, and you see where the smaller one differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short guided tours, from why two bits hurt to how two tasks differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pareto</name>
    <message>
        <source>%1 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, groups of %2</source>
        <translation type="unfinished">%1，每组 %2 个</translation>
    </message>
    <message>
        <source>up to %1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished">%1 位</translation>
    </message>
    <message>
        <source>on %1 perplexity %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on other text (%1) %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1，%2 {1:?}</translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 tokens of %2 and %3 of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 tokens of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaliencyCatalogue</name>
    <message>
        <source>%1 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SmallerWords</name>
    <message>
        <source>a few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (exactly %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times smaller than now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bit(s) for most weights, %1 of them left exact</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, a scale for every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, word table in 8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>up to %n piece(s) of text</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 tokens each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet: it is measured when the model is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity %1, measured with these very settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet; %1 was measured before: perplexity %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet; one of %1 was measured before: perplexity %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too small for this model. The smallest possible is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept; Resume goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped with an error. What is finished is kept; Resume tries again from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3 · %4 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 its perplexity went from %2 to %3 (lower is better).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity says between how many possible next pieces of a word the model hesitates, on average. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both models are so close that this much text cannot tell them apart. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smaller model hesitates between %1 more of them than the original. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smaller model hesitates between %1 fewer of them than the original. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text it was measured on was not used to make it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was measured on the same examples that it was made with: on other text it may do worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for other programs is %1. It holds %2, because those programs need 16 bits for every weight. The small model itself lies in %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Preparing the text</source>
        <translation>正在准备文本</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Simulated quantization</source>
        <translation>模拟量化</translation>
    </message>
    <message>
        <source>Summarizing</source>
        <translation>正在汇总</translation>
    </message>
    <message>
        <source>Saliency maps</source>
        <translation>显著性图</translation>
    </message>
    <message>
        <source>Choosing the kept weights</source>
        <translation>正在选择保留的权重</translation>
    </message>
    <message>
        <source>Quantizing</source>
        <translation>正在量化</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>正在回读</translation>
    </message>
    <message>
        <source>Identifying the model</source>
        <translation>正在识别模型</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>个张量</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>个窗口</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>个词元</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>%1 %2 % + %3 %4 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskPreview</name>
    <message>
        <source>%1 and %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples, %2 tokens</source>
        <translation type="unfinished">%1 个样本，%2 个词元</translation>
    </message>
    <message>
        <source>%1 of them carry the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) cut off at the end</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clean: nothing of the text for finding the circuit stands in the text for measuring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) stand in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked whether both texts share examples: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TensorErrors</name>
    <message>
        <source>%1
not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Σ(W − Ŵ)² %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Σ(W − Ŵ)² %2, in the simulated pass %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>See which few weights of a language model carry a task, and make the rest smaller.</source>
        <translation>查看语言模型中哪些少数权重承担着任务，并缩小其余部分。</translation>
    </message>
    <message>
        <source>A model to open at once.</source>
        <translation>启动时立即打开的模型。</translation>
    </message>
    <message>
        <source>Folder for artifacts and runs.</source>
        <translation>存放产物和运行记录的文件夹。</translation>
    </message>
    <message>
        <source>Command line of the engine, instead of the tacq beside this program.</source>
        <translation>引擎的命令行，用以代替本程序旁边的 tacq。</translation>
    </message>
    <message>
        <source>Drive every page on the bundled sample and write pictures.</source>
        <translation>用自带示例遍历每个页面并写出图片。</translation>
    </message>
    <message>
        <source>light or dark; default: as the system.</source>
        <translation>light 或 dark；默认：跟随系统。</translation>
    </message>
    <message>
        <source>Device pixels per point in the tour&apos;s pictures.</source>
        <translation>导览图片中每点的设备像素数。</translation>
    </message>
    <message>
        <source>Language of the window, such as de or zh_CN; default: as the system.</source>
        <translation>窗口的语言，例如 de 或 zh_CN；默认：跟随系统。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::AnatomyCard</name>
    <message>
        <source>Where the circuit sits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the kept weights sit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the circuit sits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished">层数</translation>
    </message>
    <message>
        <source>Kept weights of each transformer block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept weights of each kind of matrix, over all layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished">注意力头</translation>
    </message>
    <message>
        <source>Kept weights of each attention head: its rows of q, k and v, its columns of o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows, columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The single outputs (rows) and inputs (columns) hit most. Click one to see it in the matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the circuit by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow of the circuit from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a kept weight that writes a channel in one layer meets a kept weight that reads it in a later one, over chance. 1: as by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow between layers, times chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sketch does not reach this far: choose a smaller share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of the circuit, %3 of its weights are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if spread evenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 to layer %2: kept writers and readers share channels %3 times as often as by chance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::Banner</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the whole message, with the code that a bug report needs.</source>
        <translation>复制整条消息，包括错误报告所需的代码。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetCard</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Widths of single tensors, symmetry and embeddings are set on the Budget page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetModel</name>
    <message>
        <source>share kept in 16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits of the embeddings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetPage</name>
    <message>
        <source>No saliency yet</source>
        <translation type="unfinished">尚无显著性</translation>
    </message>
    <message>
        <source>Open a model, choose a task and run saliency: then every bit of the smaller model can be spent here, and seen at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation type="unfinished">运行显著性分析</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation type="unfinished">找出此任务所需的权重。</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation type="unfinished">量化</translation>
    </message>
    <message>
        <source>Makes the smaller model with this budget, then measures it.</source>
        <translation type="unfinished">按此预算生成更小的模型，然后进行测量。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::CircuitPage</name>
    <message>
        <source>No saliency yet</source>
        <translation>尚无显著性</translation>
    </message>
    <message>
        <source>Open a model, choose a task and run saliency: then this page shows where the task lives.</source>
        <translation>打开模型、选择任务并运行显著性分析，此页面就会显示任务位于何处。</translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation>运行显著性分析</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation>找出此任务所需的权重。</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Makes the smaller model with this budget, then measures it.</source>
        <translation>按此预算生成更小的模型，然后进行测量。</translation>
    </message>
    <message>
        <source>Shown beside the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of the matrix chosen in the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it sits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The circuit&apos;s share per layer, module and head, the rows and columns hit most, and its flow from layer to layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this circuit differs from that of another task, width or seed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::CircuitSharesModel</name>
    <message>
        <source>layer %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 %2, head %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights here that the present budget keeps in 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept weights here over all kept weights of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept weights here over all weights here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ComparisonCard</name>
    <message>
        <source>How two circuits differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another saliency of this model: of another task, width or seed, from this session or the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jaccard index: weights that both circuits keep over weights that either keeps. 1: the same circuit; 0: no weight in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jaccard index per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which circuit keeps more, layer by module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which circuit keeps more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept weights of this run over those of the other: orange where this run keeps more, purple where the other does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here over kept by the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap per matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlap of two circuits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another run of this model: of another task, another width or another seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other run of this model yet. Run saliency for another task or seed, and come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two cannot be compared at this share: choose a smaller one, or a run of the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jaccard index %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 kept weights are the same; circuits as large drawn at random within each matrix would give %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: Jaccard index %2, by chance %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
this run keeps %2, the other %3, both %4 (by chance %5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::DropArea</name>
    <message>
        <source>Drop a model here</source>
        <translation>将模型拖放到此处</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportFormatsModel</name>
    <message>
        <source>known once written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>runs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished">大小</translation>
    </message>
    <message>
        <source>Bytes of the weight files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>它将在哪里运行？</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>哪个模型</translation>
    </message>
    <message>
        <source>Quantize first</source>
        <translation>请先量化</translation>
    </message>
    <message>
        <source>Folder to write</source>
        <translation>要写入的文件夹</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择 …</translation>
    </message>
    <message>
        <source>Choose the folder in which the model&apos;s folder is made.</source>
        <translation>选择要在其中创建模型文件夹的位置。</translation>
    </message>
    <message>
        <source>Read back and compare</source>
        <translation>回读并比较</translation>
    </message>
    <message>
        <source>After writing, every value is read again and compared with what was meant.</source>
        <translation>写入后会重新读取每个值，并与预期值比较。</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>替换已有内容</translation>
    </message>
    <message>
        <source>Otherwise a folder that already holds something else is left alone.</source>
        <translation>否则，已含其他内容的文件夹将保持不变。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>写入到哪个文件夹</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>正在导出 …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Quantize first.</source>
        <translation>请先量化。</translation>
    </message>
    <message>
        <source>Writes the folder, reads it back and compares.</source>
        <translation>写入文件夹，回读并比较。</translation>
    </message>
    <message>
        <source>The folder that is made; it must not hold anything else.</source>
        <translation>将要创建的文件夹；其中不得有其他内容。</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the smaller model can be written as. The size is that of the weight files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished">大小</translation>
    </message>
    <message>
        <source>Bytes of the weight files, known before they are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity on the task&apos;s evaluation text: exp(mean negative log-likelihood), lower is better. ± one standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that load this format as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the folder will hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models made in this session, and the finished runs of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity %1; the original has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder with everything its programs need</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportResultCard</name>
    <message>
        <source>Result</source>
        <translation type="unfinished">结果</translation>
    </message>
    <message>
        <source>Nothing exported yet.</source>
        <translation type="unfinished">尚未导出任何内容。</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">取消</translation>
    </message>
    <message>
        <source>Stops writing. The folder does not appear until it is whole, so nothing half-written stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">重试</translation>
    </message>
    <message>
        <source>Sends the same export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After writing, the folder was opened anew and every value compared with what was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the folder in the file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the folder&apos;s path as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag this into a file manager or another program to hand over the folder; a press copies it, to be pasted there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder copied: paste it in a file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answers. Copy the path instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation type="unfinished">
            <numerusform>已写入 %1：%n 个文件，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder is on the engine&apos;s computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was there already, the same; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read back.</source>
        <translation type="unfinished">未回读。</translation>
    </message>
    <message>
        <source>✓ Verified: read back, every value as meant (largest difference 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Verified: read back, largest difference %1, mean KL %2 nats (rounding to 16 bit).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportedFilesModel</name>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished">大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fingerprint of the file&apos;s bytes: the same fingerprint, the same file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::FactTableModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage, artifact or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time or size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation type="unfinished">来自工作区</translation>
    </message>
</context>
<context>
    <name>tacq::ui::FitCard</name>
    <message>
        <source>Fit to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the smaller model must not exceed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine&apos;s memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit; a fit never goes beyond it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation type="unfinished">保留的权重</translation>
    </message>
    <message>
        <source>Keeps the widths as they are and chooses how many weights stay in 16 bit. At once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>widths too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses a width for every tensor as well, so that the predicted loss is least. Locked tensors stay as they are. The engine works a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the budget to the largest that fits. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished">%1，%2</translation>
    </message>
    <message>
        <source>a GPU&apos;s memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine reports no GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, scales, zeros and kept weights together, per quantizable weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files of the model together; a megabyte is a million bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of %1: the rest is for the text that the model works on, and for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has not said yet how much memory there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit to a size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More would fit: %1 weights are kept, the most that are ranked one by one. Wider base bits or smaller groups can use the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights can be kept: %2 bits, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order loss %1%2, %3 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bit everywhere would give %2%3 in this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single width fits this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved to be the best choice of widths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best found; not proved to be the best there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have a width that was not simulated: their loss is an estimate.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::ForecastCard</name>
    <message>
        <source>What it comes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>by %n measured run(s) of this model and task</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Predicted loss: %1 ± %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted loss: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve that never falls, through the measured runs, read at this budget&apos;s first-order loss. Measure to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No predicted loss: these widths were not simulated. Quantize to measure them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No predicted loss: counts beyond the top 5 % are not exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures are shown only where measured runs of this model and task stand behind them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order loss %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next %1 bit: %2%3 more kept weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, first-order loss %1−%2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted loss −%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order loss: (1 / samples) Σ gradient · |ΔW| over the weights not kept. It ranks budgets; it is not a loss that anyone would measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈: some widths were not simulated; their errors are taken to shrink as the step between neighbouring values does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::FractionControl</name>
    <message>
        <source>Kept in 16 bit</source>
        <translation type="unfinished">以 16 位保留</translation>
    </message>
    <message>
        <source>Share of the quantizable weights that stay in 16 bit: those with the highest saliency. Exactly that many are kept.</source>
        <translation type="unfinished">以 16 位保留的可量化权重比例：显著性最高的那些。保留的数量恰好如此。</translation>
    </message>
    <message>
        <source>Kept in 16 bit, percent</source>
        <translation type="unfinished">以 16 位保留的百分比</translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"> %</translation>
    </message>
    <message>
        <source>%1%2 weights</source>
        <translation type="unfinished">%1%2 个权重</translation>
    </message>
    <message>
        <source>k = floor(share × %1 quantizable weights).</source>
        <translation type="unfinished">k = floor(比例 × %1 个可量化权重)。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GeneratePage</name>
    <message>
        <source>What shall they go on from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once upon a time, there was a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that both models continue. Ctrl+Return writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both models stop after the token they are at. What they wrote stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens each model writes at most; a token is a word or a part of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: always the likeliest token. 1: drawn as the model says. More: wilder. Both models draw with the same random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the original writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the other model writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model compared with the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller model made in this session, the original itself, or any other model with the same vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tint by difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tints each token by the KL divergence: how differently the two models weigh every possible next token there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(original ‖ smaller model) of the next-token distributions, in nats. 0: both weigh every token alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens both texts have in common before they part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the written tokens of KL(original ‖ smaller model), in nats; the original reads what the smaller model writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token under the pointer or the caret, and how far the two models are apart there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>%1 (original)</source>
        <translation type="unfinished">%1（原模型）</translation>
    </message>
    <message>
        <source>Open another …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize first, or open another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Write, or Ctrl+Return in the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation type="unfinished">请先打开模型。</translation>
    </message>
    <message>
        <source>Quantize the model first, or choose “Open another …” above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two models, one beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both continue the same text. Where the words on the right are tinted, the original would have weighed its next words differently: the darker or brighter, the more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same words all the way, %n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Different from the first word on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same words for %n token(s), then they part</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>next to no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a clear difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a large difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mean KL %1 nats per token over %n token(s): %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   KL %2 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both models continue the prompt (Ctrl+Return).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::GridControl</name>
    <message>
        <source>Base bits</source>
        <translation type="unfinished">基础位宽</translation>
    </message>
    <message>
        <source>All other weights get %1 values to choose from.</source>
        <translation type="unfinished">其余每个权重有 %1 个可选值。</translation>
    </message>
    <message>
        <source>Bits for every weight that is not kept.</source>
        <translation type="unfinished">每个未保留权重所用的位数。</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation type="unfinished">分组大小</translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished">行</translation>
    </message>
    <message>
        <source>One scale for a whole row: the smallest file.</source>
        <translation type="unfinished">整行共用一个缩放系数：文件最小。</translation>
    </message>
    <message>
        <source>One scale for every %1 weights of a row: finer, and more bits for scales.</source>
        <translation type="unfinished">一行中每 %1 个权重共用一个缩放系数：更精细，但缩放系数占用更多位。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished">分组</translation>
    </message>
    <message>
        <source>How many weights of a row share one scale and zero point.</source>
        <translation type="unfinished">一行中多少个权重共用一个缩放系数和零点。</translation>
    </message>
    <message>
        <source>Bits of the embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables at the model&apos;s two ends stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables at the model&apos;s two ends take half the room, with hardly any loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table that turns tokens into vectors, and the one that turns vectors into token scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values to choose from lie evenly around zero. Off: each group finds its own middle, which fits most weights better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulate this grid</source>
        <translation type="unfinished">模拟此网格</translation>
    </message>
    <message>
        <source>Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again.</source>
        <translation type="unfinished">在此网格上将模型量化一次，以准确得知应保留哪些权重。梯度会被重复使用。</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, groups of %2.</source>
        <translation type="unfinished">尚未模拟。阴影线：%1 位、每组 %2 个时保留的权重。</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, one group per row.</source>
        <translation type="unfinished">尚未模拟。阴影线：%1 位、每行一组时保留的权重。</translation>
    </message>
    <message>
        <source>Simulating …</source>
        <translation type="unfinished">正在模拟 …</translation>
    </message>
    <message>
        <source>Simulate (≈ %1)</source>
        <translation type="unfinished">模拟（≈ %1）</translation>
    </message>
</context>
<context>
    <name>tacq::ui::HistogramView</name>
    <message>
        <source>%1 to %2: %3 weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::InfoDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies these lines, for a bug report.</source>
        <translation>复制这些内容，用于错误报告。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>TaCQ Workbench %1</source>
        <translation>TaCQ Workbench %1</translation>
    </message>
    <message>
        <source>Qt %1, %2</source>
        <translation>Qt %1, %2</translation>
    </message>
    <message>
        <source>The engine has not started yet.</source>
        <translation>引擎尚未启动。</translation>
    </message>
    <message>
        <source>Engine %1, protocol %2</source>
        <translation>引擎 %1，协议 %2</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>About TaCQ Workbench</source>
        <translation>关于 TaCQ Workbench</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. The idea is task-circuit quantization, arXiv 2504.07389.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。其思想为任务电路量化，arXiv 2504.07389。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>The steps on the left, in their order</source>
        <translation>左侧的各个步骤，按其顺序</translation>
    </message>
    <message>
        <source>The next control; the one with the keyboard has a coloured frame</source>
        <translation>下一个控件；拥有键盘焦点的控件带有彩色边框</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>In a matrix</source>
        <translation>在矩阵中</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>closer, farther</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>the whole matrix</source>
        <translation>整个矩阵</translation>
    </message>
    <message>
        <source>In the map of the model</source>
        <translation>在模型图中</translation>
    </message>
    <message>
        <source>the matrix beside, above, below</source>
        <translation>旁边、上方、下方的矩阵</translation>
    </message>
    <message>
        <source>In a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip: ends the lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::JobListModel</name>
    <message>
        <source>%1 on %2 tokens</source>
        <translation>%1，基于 %2 个词元</translation>
    </message>
    <message>
        <source>%1 weights kept · %2</source>
        <translation>保留 %1 个权重 · %2</translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation>来自工作区</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1 samples · %2 tokens</source>
        <translation>%1 个样本 · %2 个词元</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>cancelled; Resume goes on where it stopped</source>
        <translation>已取消；“继续”会从停止处接着进行</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>用时 %1 完成</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1 %2/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>KL %1 · %2 the same first token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::JobRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copies what you would type in a terminal to do the same:
%1</source>
        <translation>复制在终端中执行相同操作所需输入的内容：
%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops this job. What is finished stays in the workspace, and Resume goes on from there.</source>
        <translation>停止此作业。已完成的内容保留在工作区中，“继续”会从那里接着进行。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Sends the job again; it goes on from the last finished stage.</source>
        <translation>重新发送该作业；它会从最后完成的阶段继续。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::JobsStrip</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Nothing runs yet. Jobs show here with their progress, and can be cancelled and resumed.</source>
        <translation>目前没有运行任何内容。作业及其进度会显示在此处，可取消和继续。</translation>
    </message>
    <message>
        <source>%1 running · %2 done</source>
        <translation>%1 个运行中 · %2 个已完成</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LedgerModel</name>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>scales</source>
        <translation>缩放系数</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零点</translation>
    </message>
    <message>
        <source>kept values</source>
        <translation>保留值</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>norms, biases</source>
        <translation>归一化、偏置</translation>
    </message>
    <message>
        <source>file headers</source>
        <translation>文件头</translation>
    </message>
    <message>
        <source>The low-bit number that every quantizable weight gets.</source>
        <translation>每个可量化权重得到的低位数值。</translation>
    </message>
    <message>
        <source>The step of the grid, one per row or group.</source>
        <translation>网格的步长，每行或每组一个。</translation>
    </message>
    <message>
        <source>The code that stands for zero, one per row or group.</source>
        <translation>代表零的编码，每行或每组一个。</translation>
    </message>
    <message>
        <source>The weights that stay in 16 bit because the task needs them.</source>
        <translation>因任务需要而以 16 位保留的权重。</translation>
    </message>
    <message>
        <source>Where the kept weights sit: a column number each and a count per row.</source>
        <translation>保留权重的位置：每个一个列号，每行一个计数。</translation>
    </message>
    <message>
        <source>The table that turns tokens into vectors; it is not quantized here.</source>
        <translation>将词元转换为向量的表；此处不量化。</translation>
    </message>
    <message>
        <source>The matrix that turns vectors into token scores; none when it is shared with the embeddings.</source>
        <translation>将向量转换为词元得分的矩阵；与嵌入共享时则没有。</translation>
    </message>
    <message>
        <source>Normalization weights and biases, stored as they are.</source>
        <translation>归一化权重和偏置，按原样存储。</translation>
    </message>
    <message>
        <source>Names and shapes at the start of each file.</source>
        <translation>每个文件开头的名称和形状。</translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation>位 / 权重</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LedgerPanel</name>
    <message>
        <source>Bits per quantizable weight: codes, scales, zeros, kept values and their positions.</source>
        <translation type="unfinished">每个可量化权重的位数：编码、缩放系数、零点、保留值及其位置。</translation>
    </message>
    <message>
        <source>Share of each ledger line</source>
        <translation type="unfinished">账目各项的占比</translation>
    </message>
    <message>
        <source>Ledger of bits and bytes</source>
        <translation type="unfinished">位与字节的账目</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished">%1 位</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 / %2</translation>
    </message>
    <message>
        <source>All files of the packed checkpoint together: %1.</source>
        <translation type="unfinished">打包检查点的全部文件合计：%1。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LegendBar</name>
    <message>
        <source>kept in 16 bit</source>
        <translation>以 16 位保留</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonBar</name>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before (Alt+Left).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the lesson; everything stays as it is now (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next waits until what this step does is done; progress is in the jobs below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step (Alt+Right).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the lesson (Alt+Right).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this step again, with its settings (Alt+Right).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">重试</translation>
    </message>
    <message>
        <source>What this step does was cancelled or failed: does it again (Alt+Right).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonRunner</name>
    <message>
        <source>task</source>
        <translation type="unfinished">任务</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonsPage</name>
    <message>
        <source>Short tours on the bundled sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson drives the real pages: it runs what it talks about, on a tiny real model, and explains each step in a sentence or two. Skip it at any time; what it made stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson is a text file: steps with a sentence, the page to show, what to frame and what to do. Copy a bundled one into your folder and change its words; README.md beside the bundled ones explains every line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the folder for your own lessons, and makes it if it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the bundled ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the folder of the lessons that came with the program, with README.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads all lesson files again, after you changed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder for lessons cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">开始</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the sample and takes you through, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::MainWindow</name>
    <message>
        <source>TaCQ Workbench</source>
        <translation>TaCQ Workbench</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model that is open. Click to open another.</source>
        <translation>当前打开的模型。单击可打开其他模型。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What the smaller model must still be good at. Click to change it.</source>
        <translation>缩小后的模型仍须擅长什么。单击可更改。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Width of most weights, and the share kept in 16 bit. Click to change it.</source>
        <translation>大多数权重的位宽，以及以 16 位保留的比例。单击可更改。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The process that does the heavy work, apart from this window. Click to start it again if it stopped.</source>
        <translation>与此窗口分离、承担繁重工作的进程。若已停止，单击可重新启动。</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>%1 · %2 × %3 tokens</source>
        <translation>%1 · %2 × %3 个词元</translation>
    </message>
    <message>
        <source>%1 bit + %2</source>
        <translation>%1 位 + %2</translation>
    </message>
    <message numerus="yes">
        <source>this computer · %n thread(s)</source>
        <translation>
            <numerusform>本机 · %n 个线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n thread(s)</source>
        <translation>
            <numerusform>%1 · %n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Open a model to begin.</source>
        <translation>请先打开一个模型。</translation>
    </message>
    <message>
        <source>Ready to run: ≈ %1, ≈ %2 of memory</source>
        <translation>可以运行：≈ %1，≈ %2 内存</translation>
    </message>
    <message>
        <source>Ready to quantize: %1, ≈ %2, ≈ %3 of memory</source>
        <translation>可以量化：%1，≈ %2，≈ %3 内存</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>启动引擎</translation>
    </message>
    <message>
        <source>%1 bit, mixed + %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixCard</name>
    <message>
        <source>No matrix chosen</source>
        <translation>未选择矩阵</translation>
    </message>
    <message>
        <source>Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all.</source>
        <translation>所选矩阵的权重。方向键平移，加减号缩放，0 显示全部。</translation>
    </message>
    <message>
        <source>Point at a weight to read it · wheel zooms, dragging pans, double-click shows all</source>
        <translation>指向权重可读取其值 · 滚轮缩放，拖动平移，双击显示全部</translation>
    </message>
    <message>
        <source>Shown in the matrix</source>
        <translation>矩阵中显示的内容</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W| of each weight; the highest are kept in 16 bit.</source>
        <translation>每个权重的 |梯度 · ΔW · W|；最高者以 16 位保留。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Σ |∂L/∂W|: how strongly the task&apos;s loss reacts to each weight.</source>
        <translation>Σ |∂L/∂W|：任务损失对每个权重的反应强度。</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>What the simulated quantization changes: |W − Ŵ|.</source>
        <translation>模拟量化带来的变化：|W − Ŵ|。</translation>
    </message>
    <message>
        <source>|W|</source>
        <translation>|W|</translation>
    </message>
    <message>
        <source>Size of each weight before quantization.</source>
        <translation>量化前每个权重的大小。</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>色图</translation>
    </message>
    <message>
        <source>Both maps read the same for colour-blind eyes; cividis is the safest.</source>
        <translation>两种色图对色觉障碍者同样可读；cividis 最稳妥。</translation>
    </message>
    <message>
        <source>viridis</source>
        <translation>viridis</translation>
    </message>
    <message>
        <source>cividis</source>
        <translation>cividis</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>对数颜色</translation>
    </message>
    <message>
        <source>Equal steps of colour are equal ratios of value. Off: equal differences.</source>
        <translation>相等的颜色间隔表示相等的数值比。关闭时：相等的差值。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The whole matrix again (key 0).</source>
        <translation>重新显示整个矩阵（按键 0）。</translation>
    </message>
    <message>
        <source>Strongest weights</source>
        <translation>最强的权重</translation>
    </message>
    <message>
        <source>The weights of this matrix with the highest saliency. Click one to see where it sits.</source>
        <translation>此矩阵中显著性最高的权重。单击可查看其位置。</translation>
    </message>
    <message>
        <source>Strongest weights of the chosen matrix</source>
        <translation>所选矩阵中最强的权重</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Rows are outputs, columns are inputs of this matrix.</source>
        <translation>行是此矩阵的输出，列是输入。</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>保留 %1 / %2</translation>
    </message>
    <message>
        <source>kept in 16 bit</source>
        <translation>以 16 位保留</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>已量化</translation>
    </message>
    <message>
        <source>row %1, column %2 · W %3 · |gradient| %4 · ΔW %5 · saliency %6 · %7</source>
        <translation>第 %1 行，第 %2 列 · W %3 · |梯度| %4 · ΔW %5 · 显著性 %6 · %7</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixPage</name>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation type="unfinished">保留 %1 / %2</translation>
    </message>
    <message>
        <source>There is no other run to subtract yet: run saliency for another task, width or seed of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pixel shows the strongest of %1 × %1 weights or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weight is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per sample · </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel zooms, dragging pans, keys: arrows, + − 0, Page Up/Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation type="unfinished">运行显著性分析</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation type="unfinished">找出此任务所需的权重。</translation>
    </message>
    <message>
        <source>Show the circuit</source>
        <translation type="unfinished">显示电路</translation>
    </message>
    <message>
        <source>Where the task lives in the model.</source>
        <translation type="unfinished">任务位于模型的何处。</translation>
    </message>
    <message>
        <source>No saliency yet</source>
        <translation type="unfinished">尚无显著性</translation>
    </message>
    <message>
        <source>Open a model, choose a task and run saliency: then every matrix can be looked at here, down to one weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in the matrix</source>
        <translation type="unfinished">矩阵中显示的内容</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation type="unfinished">显著性</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W| of each weight; the highest are kept in 16 bit.</source>
        <translation type="unfinished">每个权重的 |梯度 · ΔW · W|；最高者以 16 位保留。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished">梯度</translation>
    </message>
    <message>
        <source>Σ |∂L/∂W|: how strongly the task&apos;s loss reacts to each weight.</source>
        <translation type="unfinished">Σ |∂L/∂W|：任务损失对每个权重的反应强度。</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation type="unfinished">ΔW</translation>
    </message>
    <message>
        <source>What the simulated quantization changes: |W − Ŵ|.</source>
        <translation type="unfinished">模拟量化带来的变化：|W − Ŵ|。</translation>
    </message>
    <message>
        <source>|W|</source>
        <translation type="unfinished">|W|</translation>
    </message>
    <message>
        <source>Size of each weight before quantization.</source>
        <translation type="unfinished">量化前每个权重的大小。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights the present budget keeps: their share under each pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two matrices, or the same matrix of two runs, with colours on one scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run minus another: orange where this one is stronger, purple where the other is, white where they agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another saliency of this model: of another task, width or seed, from this session or the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both views move together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panning and zooming one view moves the other to the same part of its matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished">对数</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation type="unfinished">对数颜色</translation>
    </message>
    <message>
        <source>Equal steps of colour are equal ratios of value. Off: equal differences.</source>
        <translation type="unfinished">相等的颜色间隔表示相等的数值比。关闭时：相等的差值。</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished">色图</translation>
    </message>
    <message>
        <source>Both maps read the same for colour-blind eyes; cividis is the safest. Differences have a map of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>viridis</source>
        <translation type="unfinished">viridis</translation>
    </message>
    <message>
        <source>cividis</source>
        <translation type="unfinished">cividis</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished">显示全部</translation>
    </message>
    <message>
        <source>The whole matrix again (key 0).</source>
        <translation type="unfinished">重新显示整个矩阵（按键 0）。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixPane</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which transformer block; Page Up and Page Down go through them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which matrix of the block: query, key, value and output of attention; gate, up and down of the MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are outputs, columns are inputs of this matrix.</source>
        <translation type="unfinished">行是此矩阵的输出，列是输入。</translation>
    </message>
    <message>
        <source>Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all.</source>
        <translation type="unfinished">所选矩阵的权重。方向键平移，加减号缩放，0 显示全部。</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished">%1 × %2</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixView</name>
    <message>
        <source>Mean of the layer on show over each column: tall bars are inputs that matter.</source>
        <translation>所示图层在每列上的均值：高柱代表重要的输入。</translation>
    </message>
    <message>
        <source>Mean of the layer on show over each row: long bars are outputs that matter.</source>
        <translation>所示图层在每行上的均值：长柱代表重要的输出。</translation>
    </message>
    <message>
        <source>What the colours mean. Each pixel shows the largest value of the weights under it, so outliers never vanish.</source>
        <translation>颜色的含义。每个像素显示其下权重的最大值，离群权重因此不会消失。</translation>
    </message>
    <message>
        <source>Matrix, one pixel per group of weights</source>
        <translation>矩阵，每个像素代表一组权重</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Measurements</name>
    <message>
        <source>Comparison with the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity before, other text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity after, other text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation type="unfinished">之前的困惑度</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation type="unfinished">之后的困惑度</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open a model folder …</source>
        <translation>打开模型文件夹(&amp;O) …</translation>
    </message>
    <message>
        <source>Open a model fi&amp;le …</source>
        <translation>打开模型文件(&amp;L) …</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>首选项(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Main action of this page</source>
        <translation>本页主要操作(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Cancel what runs</source>
        <translation>取消正在运行的内容(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Report of the chosen run …</source>
        <translation>所选运行的报告(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About TaCQ Workbench</source>
        <translation>关于 TaCQ Workbench(&amp;A)</translation>
    </message>
    <message>
        <source>Ma&amp;ke it smaller …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ModelPage</name>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The family of model, and the format it is stored in.</source>
        <translation>模型家族及其存储格式。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>All weights, and those in attention and MLP matrices, which are what gets quantized.</source>
        <translation>全部权重，以及注意力和 MLP 矩阵中将被量化的权重。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Transformer blocks, one after another.</source>
        <translation>依次排列的 Transformer 块。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Numbers per token between blocks, and inside the MLP.</source>
        <translation>块与块之间以及 MLP 内部每个词元的数值个数。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Attention heads; several may share one key and value head.</source>
        <translation>注意力头；多个头可共用一个键值头。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>The longest text, in tokens, that the model was made for.</source>
        <translation>模型所支持的最长文本（以词元计）。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>How many different tokens there are.</source>
        <translation>不同词元的数量。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bytes of all tensors as they are stored.</source>
        <translation>所有张量按存储形式的字节数。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Where the model lies.</source>
        <translation>模型所在位置。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Filter tensors by name</source>
        <translation>按名称筛选张量</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>No model yet. Open one on the Start page.</source>
        <translation>尚无模型。请在“开始”页面打开一个。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, of which %2 quantizable</source>
        <translation>%1，其中 %2 可量化</translation>
    </message>
    <message>
        <source>%1, MLP %2</source>
        <translation>%1，MLP %2</translation>
    </message>
    <message>
        <source>%1, key and value heads %2</source>
        <translation>%1，键值头 %2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>选择任务</translation>
    </message>
    <message>
        <source>Goes on to what the smaller model must still be good at.</source>
        <translation>接着确定缩小后的模型仍须擅长什么。</translation>
    </message>
    <message>
        <source>Shows only the tensors whose name contains this.</source>
        <translation>仅显示名称中含有此内容的张量。</translation>
    </message>
    <message>
        <source>Layers and tensors of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished">权重</translation>
    </message>
    <message>
        <source>Histogram of the chosen tensor&apos;s weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tensor to see how its weights are spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts are on a log scale, so that the few large weights show beside the many small ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n-th row of</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 weights · mean %3 · standard deviation %4 · largest %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverlapModel</name>
    <message>
        <source>layer %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that this run keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that the other run keeps at the same share of all weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that both keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by both over kept by either: 1 for equal circuits, 0 for circuits without a common weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Jaccard index if each kept as many weights here, but drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverviewCard</name>
    <message>
        <source>Where the task lives</source>
        <translation>任务位于何处</translation>
    </message>
    <message>
        <source>Shown in the map</source>
        <translation>图中显示的内容</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: how much the task would miss the weights if they were quantized.</source>
        <translation>|梯度 · ΔW · W|：若这些权重被量化，任务会受多大影响。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to the weights.</source>
        <translation>任务损失对这些权重的反应强度。</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>How much quantization alone would change the weights.</source>
        <translation>仅量化本身会使权重改变多少。</translation>
    </message>
    <message>
        <source>Map of the model: layers by modules</source>
        <translation>模型图：层 × 模块</translation>
    </message>
    <message>
        <source>What the colours of the map mean, on a log scale.</source>
        <translation>图中颜色的含义，对数刻度。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the weights that the present budget keeps in 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads as sub-columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits q, k, v and o into their attention heads (saliency and gradient; the sketch has no sums per row of ΔW).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers with the highest mean first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts the layers by the mean of what is shown. Off: in the model&apos;s order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share kept per matrix, log scale · double-click a cell to open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |gradient| per matrix, log scale · double-click a cell to open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>root mean square of ΔW per matrix, log scale · double-click a cell to open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean saliency per matrix, log scale · double-click a cell to open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverviewView</name>
    <message>
        <source>kept, %</source>
        <translation>保留，%</translation>
    </message>
    <message>
        <source>mean |gradient|: %1</source>
        <translation>平均 |梯度|：%1</translation>
    </message>
    <message>
        <source>root mean square of ΔW: %1</source>
        <translation>ΔW 的均方根：%1</translation>
    </message>
    <message>
        <source>mean saliency: %1</source>
        <translation>平均显著性：%1</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>Layer %1 keeps %2 of its weights in 16 bit.</source>
        <translation>第 %1 层以 16 位保留其 %2 的权重。</translation>
    </message>
    <message>
        <source>share kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ParetoCard</name>
    <message>
        <source>Size against loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured runs: bits per weight against mean loss. Arrows choose a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size against loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet for this model and task. Each budget that you quantize and measure becomes a point here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1: %2 · %3 bits · loss %4 ± %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a point for its run. Line: the best for its size. Dashed: the original. Orange: the present budget.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ParetoView</name>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring: the present budget, with the loss that measured runs predict. Dashed: the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted: the size of the present budget. Dashed: the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1 ± %2 (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits per weight, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Keeps these settings, and uses them at once where that is possible.</source>
        <translation>保存这些设置，并在可能时立即生效。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light or dark surfaces. Maps keep their colours.</source>
        <translation>浅色或深色界面。图的颜色保持不变。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of this window and its numbers. Messages from the engine stay in English.</source>
        <translation>此窗口及其数字所用的语言。引擎的消息仍为英文。</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Makes texts, controls and maps larger, for screens with fine pixels or tired eyes.</source>
        <translation>放大文字、控件和图，适用于高分辨率屏幕或疲劳的眼睛。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在本机上</translation>
    </message>
    <message>
        <source>Started by a command line</source>
        <translation>由命令行启动</translation>
    </message>
    <message>
        <source>Where the heavy work is done: here, or on a bigger machine that you reach by a command.</source>
        <translation>繁重的工作在何处进行：本机，或通过命令访问的更强大的机器。</translation>
    </message>
    <message>
        <source>Command line of the engine</source>
        <translation>引擎的命令行</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Workspace folder</source>
        <translation>工作区文件夹</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>The folder that keeps what was computed, so that nothing is computed twice. Empty: the usual place.</source>
        <translation>保存计算结果的文件夹，以免重复计算。留空：使用默认位置。</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择 …</translation>
    </message>
    <message>
        <source>Choose the workspace folder.</source>
        <translation>选择工作区文件夹。</translation>
    </message>
    <message>
        <source>Choose the workspace folder</source>
        <translation>选择工作区文件夹</translation>
    </message>
    <message>
        <source>Type the command that starts the engine.</source>
        <translation>请输入启动引擎的命令。</translation>
    </message>
    <message>
        <source>Language and size are used from the next start on.</source>
        <translation>语言和大小将在下次启动时生效。</translation>
    </message>
    <message>
        <source>The engine is started again. Jobs that run go on from their last finished stage.</source>
        <translation>引擎将重新启动。正在运行的作业会从最后完成的阶段继续。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Any command that speaks the engine&apos;s protocol on its input and output. Models are then paths of that computer; what you look at is fetched from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizePage</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. ± one standard error over windows.</source>
        <translation>任务评测文本上的 exp(平均负对数似然)：越低越好。± 为各窗口间的一个标准误。</translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation>之前的困惑度</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation>之后的困惑度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bytes of all weights before, and of the packed checkpoint after.</source>
        <translation>之前全部权重的字节数，以及之后打包检查点的字节数。</translation>
    </message>
    <message>
        <source>after quantizing</source>
        <translation>量化之后</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 on %2 tokens</source>
        <translation>%1，基于 %2 个词元</translation>
    </message>
    <message>
        <source>Quantizing …</source>
        <translation>正在量化 …</translation>
    </message>
    <message>
        <source>Nothing quantized yet</source>
        <translation>尚未量化</translation>
    </message>
    <message>
        <source>Press Quantize: the smaller model is made with the budget on the Circuit page, then measured.</source>
        <translation>按“量化”：按“电路”页面上的预算生成更小的模型，然后测量。</translation>
    </message>
    <message>
        <source>Run saliency first; then choose a budget on the Circuit page.</source>
        <translation>请先运行显著性分析；然后在“电路”页面选择预算。</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>正在测量 …</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Writes the smaller model for the program that will run it.</source>
        <translation>为将要运行它的程序写出更小的模型。</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Makes the smaller model with this budget, then measures it.</source>
        <translation>按此预算生成更小的模型，然后进行测量。</translation>
    </message>
    <message>
        <source>Progress is in the queue and in the jobs below. The model is measured as soon as it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 weights kept in 16 bit. Made in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished">未测量</translation>
    </message>
    <message>
        <source>Puts this budget into the queue, behind what is being made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizeQueueCard</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being made. Quantize puts the present budget here; change it and press again for another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">取消</translation>
    </message>
    <message>
        <source>Stops the chosen one; what is finished stays in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished">继续</translation>
    </message>
    <message>
        <source>Goes on with the chosen one from its last finished stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the chosen one off the list, stopping it where it still waits or runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizeQueueModel</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished">等待中</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation type="unfinished">正在启动 …</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation type="unfinished">正在停止 …</translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished">已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished">已取消</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1 %</translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished">状态</translation>
    </message>
    <message>
        <source>rate and time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are made one after another, each measured before the next is made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::Rail</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>TaCQ Workbench</source>
        <translation>TaCQ Workbench</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ResultsCard</name>
    <message>
        <source>Original and results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models made in this session</source>
        <translation type="unfinished">本次会话中生成的模型</translation>
    </message>
    <message>
        <source>results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other text to measure on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that the model is not made for: its perplexity shows what is lost elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure to measure again for the chosen row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the chosen model again, on the same tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL and agreement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::ResultsModel</name>
    <message>
        <source>%1 (original)</source>
        <translation>%1（原模型）</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>%1, groups of %2</source>
        <translation>%1，每组 %2 个</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation>位 / 权重</translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. The standard error comes from the spread over windows.</source>
        <translation>任务评测文本上的 exp(平均负对数似然)：越低越好。标准误来自各窗口间的离散程度。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished">等待中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished">已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished">失败</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation type="unfinished">正在测量 …</translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>It compares with the original, so the original has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 tokens of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured. Choose the row and press Measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished">%1，%2</translation>
    </message>
    <message>
        <source>perplexity ± SE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunActions</name>
    <message>
        <source>Run %1 again: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDetailCard</name>
    <message>
        <source>The chosen run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one would type to do this run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the run failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what went wrong, for a bug report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages, artifacts and files of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffCard</name>
    <message>
        <source>How the chosen runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out the rows in which all chosen runs say the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options and metrics of the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differences of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) differ</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>★ best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished">运行</translation>
    </message>
    <message>
        <source>★ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the best of the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunsModel</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>quantize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saliency</source>
        <translation type="unfinished">显著性</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation type="unfinished">位 / 权重</translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished">大小</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the run in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command that was run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model it was run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the text came from: a task, or a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per quantizable weight, scales and kept weights included; for a saliency the width simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights kept in 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of all tensors of the model made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood), on the text named when pointed at. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, failed, cancelled, running, or interrupted: its process ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it began, local time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds from beginning to end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunsPage</name>
    <message>
        <source>Runs in this workspace</source>
        <translation>此工作区中的运行记录</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Copies what you would type to do the chosen run again.</source>
        <translation>复制再次执行所选运行所需输入的内容。</translation>
    </message>
    <message>
        <source>The runs lie on the engine&apos;s computer; `tacq runs list` shows them there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Report of run %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold Ctrl or Shift to choose several runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the runs whose command, model, task or state holds every word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over the run&apos;s task and budget and opens its saliency; a quantized model becomes a result. Only where the model still is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare circuits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two saliency or quantize runs of one model: where their kept weights agree and differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the run again with the same options; what is in the workspace is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what one would type to do the chosen runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a page about each chosen run: card, ledger, maps, metrics, recipe, hashes. It opens anywhere, without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the report in the program for web pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run to look into it; choose several to lay them side by side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::SaliencyPage</name>
    <message>
        <source>Find the weights that the task needs</source>
        <translation>找出任务所需的权重</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops the run. What is finished stays; Resume goes on from there.</source>
        <translation>停止运行。已完成的内容会保留；“继续”会从那里接着进行。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on from the last finished stage.</source>
        <translation>从最后完成的阶段继续。</translation>
    </message>
    <message>
        <source>Show the circuit</source>
        <translation>显示电路</translation>
    </message>
    <message>
        <source>Where the task lives in the model.</source>
        <translation>任务位于模型的何处。</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Samples and tokens the gradients were taken on.</source>
        <translation>计算梯度所用的样本和词元。</translation>
    </message>
    <message>
        <source>Loss on it</source>
        <translation>其上的损失</translation>
    </message>
    <message>
        <source>Mean negative log-likelihood per token of the unquantized model on the calibration text, in nats.</source>
        <translation>未量化模型在校准文本上每个词元的平均负对数似然，单位为奈特。</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>已模拟</translation>
    </message>
    <message>
        <source>The uniform quantization that ΔW was taken from.</source>
        <translation>得出 ΔW 所用的均匀量化。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Quantizable weights, each with its own saliency.</source>
        <translation>可量化权重，每个都有各自的显著性。</translation>
    </message>
    <message>
        <source>Strongest matrix</source>
        <translation>最强的矩阵</translation>
    </message>
    <message>
        <source>The matrix with the highest mean saliency.</source>
        <translation>平均显著性最高的矩阵。</translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation>这里会发生什么</translation>
    </message>
    <message>
        <source>1. Gradients: the model reads the task&apos;s text, and for every weight we add up how strongly the loss reacts to it.</source>
        <translation>1. 梯度：模型读取任务文本，并对每个权重累加损失对它的反应强度。</translation>
    </message>
    <message>
        <source>2. Simulated quantization: the whole model is quantized once, to see how much each weight would change.</source>
        <translation>2. 模拟量化：将整个模型量化一次，看每个权重会改变多少。</translation>
    </message>
    <message>
        <source>3. Saliency = |gradient · change · weight|. The few weights where it is highest are the task&apos;s circuit; they stay in 16 bit.</source>
        <translation>3. 显著性 = |梯度 · 变化 · 权重|。其值最高的少数权重就是任务的电路；它们以 16 位保留。</translation>
    </message>
    <message>
        <source>Gradients are kept: another width or group later only repeats step 2.</source>
        <translation>梯度会保存下来：以后更换位宽或分组时只需重做第 2 步。</translation>
    </message>
    <message>
        <source>%1 · %2 samples × %3 tokens · %4 bit</source>
        <translation>%1 · %2 个样本 × %3 个词元 · %4 位</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>可以运行</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>Press Run saliency.</source>
        <translation>请按“运行显著性分析”。</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 samples, %2 tokens</source>
        <translation>%1 个样本，%2 个词元</translation>
    </message>
    <message>
        <source>%1 nats per token</source>
        <translation>每个词元 %1 奈特</translation>
    </message>
    <message>
        <source>%1 bit, groups of %2</source>
        <translation>%1 位，每组 %2 个</translation>
    </message>
    <message>
        <source>%1 bit, one group per row</source>
        <translation>%1 位，每行一组</translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation>运行显著性分析</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation>找出此任务所需的权重。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SettingsCard</name>
    <message>
        <source>Budget</source>
        <translation type="unfinished">预算</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own settings. A preset is a starting point; Undo brings yours back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerPage</name>
    <message>
        <source>None open yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop one on this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. A built-in collection of text for this purpose. Licence: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own examples …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text of your own, or choose a file. It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First open a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model was already made smaller here. Open the original instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paste some examples, or choose a file: %n character(s) at least.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say where the smaller model shall lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment: this machine is being measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else is running; wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open your examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and tables (*.txt *.jsonl *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast and result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Which model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation type="unfinished">打开文件夹 …</translation>
    </message>
    <message>
        <source>A folder with config.json, tokenizer.json and the weights.</source>
        <translation type="unfinished">含有 config.json、tokenizer.json 和权重的文件夹。</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation type="unfinished">打开文件 …</translation>
    </message>
    <message>
        <source>A single .gguf, or a .safetensors beside its config.json.</source>
        <translation type="unfinished">单个 .gguf，或与 config.json 放在一起的 .safetensors。</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tiny real model that writes children&apos;s stories: good for a first try, every step takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation type="unfinished">打开模型文件夹</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation type="unfinished">打开模型文件</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation type="unfinished">模型 (*.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>2  What do you use it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text like the one the model shall read and write. A few pages are good; it stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text like the one the model shall read and write: a few pages are good. It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text (.txt), or one example a line (.jsonl, .csv).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Where will it run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it will run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer, in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder as small as the forecast says, which this program loads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a phone or a small board with little room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same small folder; say below how much room there is. The program on that device must be this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a program that loads Hugging Face folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transformers, vLLM and others need 16 bits for every weight: their folder stays as large as the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size at most, in MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights&apos; files together take at most this much. 1 MB is a million bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long may it take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More time means more text is read, which makes the choice of weights steadier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you will get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished">大小</translation>
    </message>
    <message>
        <source>All weight files together, known to the byte before anything is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer bits make weights coarser; the few that your purpose needs most stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much text is read to find out which weights matter: as much as fits in your time. A token is a piece of a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arithmetic to be done, divided by the speed this machine was measured at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the work needs at its peak, at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity on text for this purpose: lower is better. Only measuring tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will lie in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the smaller model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is made. It must not be there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the weights that matter, makes the smaller model, measures both and writes the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this machine (5 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast this machine multiplies, so that the time above is right. Done once by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">取消</translation>
    </message>
    <message>
        <source>Stops. What is finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished">继续</translation>
    </message>
    <message>
        <source>Goes on from the last finished step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">完成</translation>
    </message>
    <message>
        <source>Show me what you did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the pages for experts on this very run, with the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the new folder in the file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may need more memory than is free: close other programs first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even the least text takes longer than you allow on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is not larger than that already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that load Hugging Face folders need 16 bits for every weight: their folder takes about %1. The small model is written beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>measuring this machine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, a guess: this machine was not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 that are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (on %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerRun</name>
    <message>
        <source>Finding the weights that matter for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the smaller model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the smaller model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation type="unfinished">之前的困惑度</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation type="unfinished">之后的困惑度</translation>
    </message>
</context>
<context>
    <name>tacq::ui::StartPage</name>
    <message>
        <source>Make a language model smaller and keep what you use it for</source>
        <translation>缩小语言模型，同时保留您要用的能力</translation>
    </message>
    <message>
        <source>See which few weights carry your task, keep those in 16 bit, and squeeze the rest to two or three bits.</source>
        <translation>查看承担您任务的少数权重，以 16 位保留它们，并将其余压缩到两三位。</translation>
    </message>
    <message>
        <source>Drop a model here</source>
        <translation>将模型拖放到此处</translation>
    </message>
    <message>
        <source>a Hugging Face folder, a .safetensors or a .gguf file</source>
        <translation>Hugging Face 文件夹、.safetensors 或 .gguf 文件</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>打开文件夹 …</translation>
    </message>
    <message>
        <source>A folder with config.json, tokenizer.json and the weights.</source>
        <translation>含有 config.json、tokenizer.json 和权重的文件夹。</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>打开文件 …</translation>
    </message>
    <message>
        <source>A single .gguf, or a .safetensors beside its config.json.</source>
        <translation>单个 .gguf，或与 config.json 放在一起的 .safetensors。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>A real language model with 260,032 parameters that writes children&apos;s stories. Every step takes seconds.</source>
        <translation>一个真实的语言模型，有 260,032 个参数，会写儿童故事。每一步只需数秒。</translation>
    </message>
    <message>
        <source>New here? The sample is a tiny real model: every step takes seconds.</source>
        <translation>初次使用？示例是一个很小的真实模型：每一步只需数秒。</translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation>最近的模型</translation>
    </message>
    <message>
        <source>Models that you open show here.</source>
        <translation>您打开过的模型会显示在此处。</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>选择任务</translation>
    </message>
    <message>
        <source>Goes on to what the smaller model must still be good at.</source>
        <translation>接着确定缩小后的模型仍须擅长什么。</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation>模型 (*.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For everyone: answer three questions, press one button, and get a model that needs less room and is measured on what you use it for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three questions; what you will get is shown before anything is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the curious and for experts: open a model, see which weights a task needs, down to a single one, and set every detail yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn by doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short tours on the sample, step by step: why two bits hurt, and how two tasks differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of lessons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 weights · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the entry off this list; no file is touched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::StatusLine</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the command that does the same in a terminal.</source>
        <translation>复制在终端中执行相同操作的命令。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskAmountCard</name>
    <message>
        <source>How much of it to look at</source>
        <translation type="unfinished">查看多少内容</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished">样本</translation>
    </message>
    <message>
        <source>How many pieces of text the gradients are taken on. More is steadier and slower.</source>
        <translation type="unfinished">用多少段文本计算梯度。越多越稳定，也越慢。</translation>
    </message>
    <message>
        <source>Tokens per sample</source>
        <translation type="unfinished">每个样本的词元数</translation>
    </message>
    <message>
        <source>Length of a sample in tokens; never more than the model&apos;s context.</source>
        <translation type="unfinished">样本的长度（词元数）；不会超过模型的上下文。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which samples are drawn: another seed draws others, the same seed the same ones on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished">个样本</translation>
    </message>
    <message>
        <source>tokens per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fits the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one example each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined, cut in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How texts become samples: random pieces of one long text, one example each, or all examples joined and cut from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how samples are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every token has to be guessed: the question as well as the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the answer has to be guessed; the question is read. Needs examples with an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tokens the model is asked to guess. The circuit is what these guesses depend on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 tokens in all</source>
        <translation type="unfinished">合计最多 %1 个词元</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskListModel</name>
    <message>
        <source>Not on this machine. Start with --data and a folder that holds: %1</source>
        <translation>不在本机上。请用 --data 启动，并指定含有以下内容的文件夹：%1</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>From your data folder</source>
        <translation>来自您的数据文件夹</translation>
    </message>
    <message>
        <source>Your own file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskMixCard</name>
    <message>
        <source>Mixed with general text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second text whose samples are mixed in: the weights it needs are kept too, so that the smaller model stays good at more than the task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the task, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the samples that are the task&apos;s; the rest are general text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>general text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples are the task&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % %2, %3 % %4: about %5 of %6 samples are the task&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskPage</name>
    <message>
        <source>What should it still be good at?</source>
        <translation>它仍应擅长什么？</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Use my own file …</source>
        <translation>使用我自己的文件 …</translation>
    </message>
    <message>
        <source>Plain text (.txt), or one example a line (.jsonl, .csv) with the fields text, or prompt and completion, or question, choices and answer.</source>
        <translation>纯文本 (.txt)，或每行一个示例 (.jsonl、.csv)，字段为 text，或 prompt 和 completion，或 question、choices 和 answer。</translation>
    </message>
    <message>
        <source>Open a task file</source>
        <translation>打开任务文件</translation>
    </message>
    <message>
        <source>Task files (*.txt *.jsonl *.csv *.safetensors)</source>
        <translation>任务文件 (*.txt *.jsonl *.csv *.safetensors)</translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation>运行显著性分析</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation>找出此任务所需的权重。</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished">任务</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskPreviewCard</name>
    <message>
        <source>What the model is shown</source>
        <translation type="unfinished">展示给模型的内容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">文本</translation>
    </message>
    <message>
        <source>for finding the circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calibration text: gradients and the simulated quantization are taken on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation text: perplexity is measured on it, and nothing else is done with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all samples, not only of those below. The loss is the mean surprise at the tokens that carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the task&apos;s text</source>
        <translation type="unfinished">任务文本预览</translation>
    </message>
    <message>
        <source>Open a model to see the text as the model sees it.</source>
        <translation type="unfinished">打开模型，即可看到模型所见的文本。</translation>
    </message>
    <message>
        <source>carries the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has to guess these tokens from what stands before them; the circuit is what these guesses depend on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads these tokens but is not asked to guess them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point at a token to see its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the preview …</source>
        <translation type="unfinished">正在加载预览 …</translation>
    </message>
    <message>
        <source>This task gives no samples.</source>
        <translation type="unfinished">此任务没有样本。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation type="unfinished">
            <numerusform>模型所见的前 %n 个样本。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorErrorCard</name>
    <message>
        <source>Error by matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error of each matrix, layer by module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error by matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n matrices</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing made yet. While a model is made, each matrix shows here as it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ(W − Ŵ)² over that of the simulated pass: purple where it is smaller, orange where it is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ(W − Ŵ)², logarithmic. The simulated pass of these settings is not open, so there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error over the simulated pass&apos;s: 1 in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of squared differences between the weights and what is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorTreeModel</name>
    <message>
        <source>around the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation type="unfinished">%1%2 个权重 {1 ?}</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation type="unfinished">张量</translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished">形状</translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished">类型</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished">字节</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TintLegend</name>
    <message>
        <source>Colours of the KL divergence, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1 nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::TokenView</name>
    <message>
        <source>— sample %1: %2 tokens, %3 carry the loss —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1, id %2: its prediction is in the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1, id %2: only read, not in the loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::TopWeightsModel</name>
    <message>
        <source>Kept in 16 bit under the present budget</source>
        <translation>在当前预算下以 16 位保留</translation>
    </message>
    <message>
        <source>Quantized under the present budget</source>
        <translation>在当前预算下被量化</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|梯度|</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>The weight before quantization.</source>
        <translation>量化前的权重。</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.</source>
        <translation>任务损失对此权重的反应强度，按样本求和：Σ |∂L/∂W|。</translation>
    </message>
    <message>
        <source>What quantization alone would change: weight minus quantized weight.</source>
        <translation>仅量化本身带来的变化：权重减去量化后的权重。</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: weights with the highest values are kept.</source>
        <translation>|梯度 · ΔW · W|：值最高的权重会被保留。</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the present budget keeps this weight in 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::WeightPanel</name>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished">行</translation>
    </message>
    <message>
        <source>Which output of the matrix this weight belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished">列</translation>
    </message>
    <message>
        <source>Which input of the matrix this weight belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished">W</translation>
    </message>
    <message>
        <source>The weight before quantization.</source>
        <translation type="unfinished">量化前的权重。</translation>
    </message>
    <message>
        <source>Ŵ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the simulated quantization made of it: W − ΔW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation type="unfinished">|梯度|</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.</source>
        <translation type="unfinished">任务损失对此权重的反应强度，按样本求和：Σ |∂L/∂W|。</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation type="unfinished">ΔW</translation>
    </message>
    <message>
        <source>What quantization alone would change: weight minus quantized weight.</source>
        <translation type="unfinished">仅量化本身带来的变化：权重减去量化后的权重。</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation type="unfinished">显著性</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: weights with the highest values are kept.</source>
        <translation type="unfinished">|梯度 · ΔW · W|：值最高的权重会被保留。</translation>
    </message>
    <message>
        <source>kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the present budget keeps this weight in 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest weights</source>
        <translation type="unfinished">最强的权重</translation>
    </message>
    <message>
        <source>The weights of this matrix with the highest saliency. Click one to see where it sits; click a weight in the matrix to find it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest weights of the chosen matrix</source>
        <translation type="unfinished">所选矩阵中最强的权重</translation>
    </message>
    <message>
        <source>strongest weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished">–</translation>
    </message>
    <message>
        <source>kept, 16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantized</source>
        <translation type="unfinished">已量化</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthMapView</name>
    <message>
        <source>Click to paint the whole layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to paint this module in every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bit, painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bit, the common width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one group per row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked: &quot;choose widths&quot; leaves it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation type="unfinished">保留：%1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthsCard</name>
    <message>
        <source>Widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of widths: layers by modules. Arrows choose, Space paints, 2, 3, 4, 8, 0 and L paint with another brush.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a click paints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives a tensor the common width back, and takes its lock off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paints tensors with %1 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks tensors, or unlocks them: &quot;choose widths too&quot; leaves locked ones as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every tensor the common width back. Undo brings the painting back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear all widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vLLM-safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines such as vLLM fuse q, k, v and gate, up into one matrix each: those take one width together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF-safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only widths that a quantized GGUF type has for rows of this length: 2 to 6 bit need a multiple of 256 columns, 4 and 8 bit one of 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>widths brought under the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>painted widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tensor has the base width. Click or drag to paint others; a layer&apos;s number or a module&apos;s name paints all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have a width of their own.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::Workflow</name>
    <message>
        <source>Preview of %1</source>
        <translation>%1 的预览</translation>
    </message>
    <message>
        <source>Saliency of %1, %2 bit</source>
        <translation>%1 的显著性，%2 位</translation>
    </message>
    <message>
        <source>Quantize to %1 bit + %2</source>
        <translation>量化到 %1 位 + %2</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>Choose widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the sketch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tacq::ui::WritingCard</name>
    <message>
        <source>Waiting for its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens · %3 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) in %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
