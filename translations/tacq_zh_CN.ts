<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BudgetPresets</name>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>2 bit + 0.35 %: as small as it gets; without the kept weights such a model would hardly speak.</source>
        <translation>2 位 + 0.35 %：小到极限；若不保留这些权重，这样的模型几乎无法成句。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>3 bit + 0.35 %: what the method&apos;s authors measured most.</source>
        <translation>3 位 + 0.35 %：方法作者测量最多的设置。</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>稳妥</translation>
    </message>
    <message>
        <source>4 bit in groups of 128 + 0.35 %: close to the original on most tasks.</source>
        <translation>4 位，每组 128 个 + 0.35 %：在大多数任务上接近原模型。</translation>
    </message>
</context>
<context>
    <name>ChosenRequests</name>
    <message>
        <source>Saliency of %1, %2 bit</source>
        <translation>%1 的显著性，%2 位</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>%1 的预览</translation>
    </message>
    <message>
        <source>Choose widths</source>
        <translation>选择位宽</translation>
    </message>
    <message>
        <source>Quantize to %1</source>
        <translation>量化为 %1</translation>
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
        <source>Copy this message into a bug report.</source>
        <translation>请将此消息复制到错误报告中。</translation>
    </message>
    <message>
        <source>Resume goes on after what was finished.</source>
        <translation>“继续”会从已完成的部分之后接着做。</translation>
    </message>
    <message>
        <source>Nothing finished is lost. Resume starts the engine again and goes on after what was finished.</source>
        <translation>已完成的部分没有丢失。“继续”会重新启动引擎，并从已完成的部分之后接着做。</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>transformers, vLLM, SGLang</source>
        <translation>transformers、vLLM、SGLang</translation>
    </message>
    <message>
        <source>transformers, vLLM, SGLang, and anything else that loads Hugging Face folders</source>
        <translation>transformers、vLLM、SGLang，以及其他能加载 Hugging Face 文件夹的程序</translation>
    </message>
    <message>
        <source>model.safetensors, config.json, the tokenizer, a model card, and how it was made</source>
        <translation>model.safetensors、config.json、分词器、模型卡以及制作方式</translation>
    </message>
    <message>
        <source>TaCQ packed</source>
        <translation>TaCQ 打包</translation>
    </message>
    <message>
        <source>The compact checkpoint: as small as the ledger says, to the byte.</source>
        <translation>紧凑的检查点：与账目所列大小一致，精确到字节。</translation>
    </message>
    <message>
        <source>TaCQ Workbench and its command line; others do not yet</source>
        <translation>TaCQ Workbench 及其命令行；其他程序尚不支持</translation>
    </message>
    <message>
        <source>the packed weights, the kept weights, config.json, the tokenizer, a model card, and how it was made</source>
        <translation>打包的权重、保留的权重、config.json、分词器、模型卡以及制作方式</translation>
    </message>
    <message>
        <source>Quality of the smaller model, in a form every program loads: every weight is written in 16 bit (32 where the original has 32), however small the packed model is.</source>
        <translation>较小模型的质量，存成任何程序都能加载的形式：每个权重按 16 位写出（原模型为 32 位处按 32 位），与打包模型多小无关。</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>另存为 PNG …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>另存为 SVG …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF …</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>另存为 CSV …</translation>
    </message>
    <message>
        <source>For a slide …</source>
        <translation>用于幻灯片…</translation>
    </message>
</context>
<context>
    <name>ExportSource</name>
    <message>
        <source>run #%1 · %2 · %3 · %4 bit</source>
        <translation>运行 #%1 · %2 · %3 · %4 位</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>mean loss, nats</source>
        <translation>平均损失（nat）</translation>
    </message>
    <message>
        <source>standard error of the mean loss</source>
        <translation>平均损失的标准误差</translation>
    </message>
    <message>
        <source>KL mean, nats</source>
        <translation>KL 平均值（nat）</translation>
    </message>
    <message>
        <source>KL 99 %, nats</source>
        <translation>KL 99 %（nat）</translation>
    </message>
    <message>
        <source>same first choice</source>
        <translation>首选相同</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>mean loss on the calibration text</source>
        <translation>校准文本上的平均损失</translation>
    </message>
    <message>
        <source>%1, evaluation text</source>
        <translation>%1，评估文本</translation>
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
    <name>LessonReader</name>
    <message>
        <source>&quot;format&quot; is not &quot;tacq-lesson&quot;</source>
        <translation>“format”不是“tacq-lesson”</translation>
    </message>
    <message>
        <source>&quot;version&quot; is not %1</source>
        <translation>“version”不是 %1</translation>
    </message>
    <message>
        <source>&quot;steps&quot; is not a list of at least one step</source>
        <translation>“steps”不是至少含一个步骤的列表</translation>
    </message>
    <message>
        <source>mend that line; README.md beside the bundled lessons lists all that a lesson may say</source>
        <translation>请修改该行；自带课程旁的 README.md 列出了课程可用的全部内容</translation>
    </message>
    <message>
        <source>an object in braces is wanted here</source>
        <translation>此处需要花括号中的对象</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; known: %2</source>
        <translation>此处不认识“%1”；可用的有：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>“%1”不是文本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number from %2 to %3</source>
        <translation>“%1”不是 %2 到 %3 的整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an object of texts by language, such as {&quot;en&quot;: &quot;…&quot;}</source>
        <translation>“%1”不是按语言列出文本的对象，例如 {&quot;en&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a language such as en, de or zh_CN</source>
        <translation>“%1”不是 en、de 或 zh_CN 这样的语言</translation>
    </message>
    <message>
        <source>there is no figure {%1}; known: %2</source>
        <translation>没有数值 {%1}；可用的有：%2</translation>
    </message>
    <message>
        <source>&quot;do&quot; is not a list</source>
        <translation>“do”不是列表</translation>
    </message>
    <message>
        <source>&quot;wait&quot; is none of %1</source>
        <translation>“wait”不是以下任何一项：%1</translation>
    </message>
    <message>
        <source>&quot;action&quot; is none of %1</source>
        <translation>“action”不是以下任何一项：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>&quot;fraction&quot; is not a number from 0 to 1</source>
        <translation>“fraction”不是 0 到 1 的数</translation>
    </message>
    <message>
        <source>&quot;as&quot; is not a name of letters and digits</source>
        <translation>“as”不是由字母和数字组成的名称</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is none of q, k, v, o, gate, up, down</source>
        <translation>“kind”不是 q、k、v、o、gate、up、down 之一</translation>
    </message>
    <message>
        <source>look for a missing comma, quote or bracket at or before that line</source>
        <translation>请在该行或其之前查找缺少的逗号、引号或括号</translation>
    </message>
</context>
<context>
    <name>MetricRegistry</name>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. ± one standard error over windows.</source>
        <translation>任务评测文本上的 exp(平均负对数似然)：越低越好。± 为各窗口间的一个标准误。</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>其他文本</translation>
    </message>
    <message>
        <source>Perplexity on a text that the model was not made for: it shows what was lost elsewhere. Lower is better.</source>
        <translation>在并非模型制作目标的文本上的困惑度：显示其他方面的损失。越低越好。</translation>
    </message>
    <message>
        <source>KL mean</source>
        <translation>KL 均值</translation>
    </message>
    <message>
        <source>How far the smaller model&apos;s next-token probabilities lie from the original&apos;s, on average over the task&apos;s evaluation text. Lower is better; 0: the same.</source>
        <translation>在任务评测文本上，缩小后模型的下一词元概率与原模型平均相差多远。越低越好；0：相同。</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>KL 99 %</source>
        <translation>KL 99 %</translation>
    </message>
    <message>
        <source>The KL divergence that 99 of 100 tokens stay below: how bad the worst tokens are. Lower is better.</source>
        <translation>100 个词元中有 99 个低于此 KL 散度：显示最差的词元有多差。越低越好。</translation>
    </message>
    <message>
        <source>top 1 agrees</source>
        <translation>首选词元一致</translation>
    </message>
    <message>
        <source>Share of positions where both models find the same token most likely. Higher is better.</source>
        <translation>两个模型认为最可能的词元相同的位置所占比例。越高越好。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>up to %1 bits</source>
        <translation>至多 %1 位</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>%1 bit + %2</source>
        <translation>%1 位 + %2</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>每组 %1 个</translation>
    </message>
    <message>
        <source>one scale a row</source>
        <translation>每行一个缩放系数</translation>
    </message>
    <message>
        <source>mixed widths</source>
        <translation>混合位宽</translation>
    </message>
    <message>
        <source>one width</source>
        <translation>单一位宽</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>非对称</translation>
    </message>
    <message>
        <source>embeddings %1 bit</source>
        <translation>嵌入 %1 位</translation>
    </message>
    <message>
        <source>by TaCQ</source>
        <translation>按 TaCQ</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>按 %1</translation>
    </message>
    <message>
        <source>%1 × %2 tokens</source>
        <translation>%1 × %2 个词元</translation>
    </message>
    <message>
        <source>loss on answers</source>
        <translation>只计答案的损失</translation>
    </message>
    <message>
        <source>loss on all tokens</source>
        <translation>计所有词元的损失</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
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
        <translation>缩小模型</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>One matrix at full size, down to a single weight; two runs side by side or subtracted.</source>
        <translation>完整大小的一个矩阵，细至单个权重；两次运行可并排或相减。</translation>
    </message>
    <message>
        <source>How every bit is spent: widths per tensor, fit to a size or a machine, and measured runs beside each other.</source>
        <translation>每一位的用途：各张量的位宽，适配大小或机器，并对比测量过的运行。</translation>
    </message>
    <message>
        <source>Make the smaller model, and measure it beside the original.</source>
        <translation>生成更小的模型，并与原模型对比测量。</translation>
    </message>
    <message>
        <source>Both models write side by side, and you see where the smaller one differs.</source>
        <translation>两个模型并排生成文本，您可看到较小的模型在哪里不同。</translation>
    </message>
    <message>
        <source>Short guided tours, from why two bits hurt to how two tasks differ.</source>
        <translation>简短的导览，从两位为何有损到两个任务有何不同。</translation>
    </message>
    <message>
        <source>All of it in one go: four questions, one button, and a smaller model for what you use it for (Ctrl+M).</source>
        <translation>一步到位：四个问题、一个按钮，得到适合您用途的更小模型（Ctrl+M）。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>The words of these pages, explained.</source>
        <translation>这些页面用词的解释。</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>on %1 perplexity %2</source>
        <translation>在 %1 上困惑度 %2</translation>
    </message>
    <message>
        <source>on other text (%1) %2</source>
        <translation>在其他文本（%1）上 %2</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1：尚未测量</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>； </translation>
    </message>
    <message>
        <source>On %1 tokens of %2 and %3 of %4.</source>
        <translation>基于 %2 的 %1 个词元和 %4 的 %3 个词元。</translation>
    </message>
    <message>
        <source>On %1 tokens of %2.</source>
        <translation>基于 %2 的 %1 个词元。</translation>
    </message>
</context>
<context>
    <name>SaliencyCatalogue</name>
    <message>
        <source>%1 bit</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>每组 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>the other</source>
        <translation>另一次</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>幅值</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>按%1</translation>
    </message>
    <message>
        <source>This run by %1, %2</source>
        <translation>本次运行，按%1：%2</translation>
    </message>
    <message>
        <source>numbers drawn at random</source>
        <translation>随机抽取的数</translation>
    </message>
    <message>
        <source>one scale a row</source>
        <translation>每行一个缩放系数</translation>
    </message>
    <message>
        <source>round to nearest</source>
        <translation>就近舍入</translation>
    </message>
</context>
<context>
    <name>SlideDialog</name>
    <message>
        <source>A picture for a slide</source>
        <translation>用于幻灯片的图片</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Stands above the picture; empty: none.</source>
        <translation>显示在图片上方；留空则没有。</translation>
    </message>
    <message>
        <source>Axes and units</source>
        <translation>坐标轴与单位</translation>
    </message>
    <message>
        <source>Stands below the picture: what goes to the right, what goes up, and in which unit; empty: nothing.</source>
        <translation>显示在图片下方：横轴、纵轴分别是什么以及单位；留空则没有。</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>像素大小</translation>
    </message>
    <message>
        <source>As large as the screen or the page that it will be shown on.</source>
        <translation>与将要显示它的屏幕或页面一样大。</translation>
    </message>
    <message>
        <source>How the slide will look</source>
        <translation>幻灯片的外观</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>As PNG or PDF, by the ending of the name.</source>
        <translation>按文件名后缀保存为 PNG 或 PDF。</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Puts the picture on the clipboard.</source>
        <translation>将图片放入剪贴板。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
</context>
<context>
    <name>SmallerWords</name>
    <message>
        <source>a few seconds</source>
        <translation>几秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>约 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (exactly %2)</source>
        <translation>%1（精确值 %2）</translation>
    </message>
    <message>
        <source>%1, %2 times smaller than now</source>
        <translation>%1，为现在的 1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n bit(s) for most weights, %1 of them left exact</source>
        <translation>
            <numerusform>大多数权重为 %n 位，其中 %1 保持原值</numerusform>
        </translation>
    </message>
    <message>
        <source>, a scale for every %1</source>
        <translation>，每 %1 个共用一个缩放系数</translation>
    </message>
    <message>
        <source>, word table in 8 bits</source>
        <translation>，词表为 8 位</translation>
    </message>
    <message numerus="yes">
        <source>up to %n piece(s) of text</source>
        <translation>
            <numerusform>至多 %n 段文本</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 tokens each</source>
        <translation>，每段 %1 个词元</translation>
    </message>
    <message>
        <source>not known yet: it is measured when the model is made</source>
        <translation>尚不清楚：生成模型时会测量</translation>
    </message>
    <message>
        <source>perplexity %1, measured with these very settings</source>
        <translation>困惑度 %1，以完全相同的设置测得</translation>
    </message>
    <message>
        <source>not known yet; %1 was measured before: perplexity %2</source>
        <translation>尚不清楚；此前测量过 %1：困惑度 %2</translation>
    </message>
    <message>
        <source>not known yet; one of %1 was measured before: perplexity %2</source>
        <translation>尚不清楚；此前测量过大小为 %1 的模型：困惑度 %2</translation>
    </message>
    <message>
        <source>That is too small for this model. The smallest possible is %1.</source>
        <translation>对此模型来说太小。最小可为 %1。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept; Resume goes on from there.</source>
        <translation>已停止。已完成的内容会保留；“继续”会从那里接着进行。</translation>
    </message>
    <message>
        <source>It stopped with an error. What is finished is kept; Resume tries again from there.</source>
        <translation>因错误而停止。已完成的内容会保留；“继续”会从那里重试。</translation>
    </message>
    <message>
        <source>Now %1 instead of %2</source>
        <translation>现为 %1，原为 %2</translation>
    </message>
    <message>
        <source>On %1 its perplexity went from %2 to %3 (lower is better).</source>
        <translation>在 %1 上，其困惑度从 %2 变为 %3（越低越好）。</translation>
    </message>
    <message>
        <source>Perplexity says between how many possible next pieces of a word the model hesitates, on average. </source>
        <translation>困惑度表示模型平均在多少个可能的后续词片之间犹豫。 </translation>
    </message>
    <message>
        <source>Both models are so close that this much text cannot tell them apart. </source>
        <translation>两个模型非常接近，这么多文本不足以区分它们。 </translation>
    </message>
    <message>
        <source>The smaller model hesitates between %1 more of them than the original. </source>
        <translation>较小的模型所犹豫的词片数比原模型多 %1。 </translation>
    </message>
    <message>
        <source>The smaller model hesitates between %1 fewer of them than the original. </source>
        <translation>较小的模型所犹豫的词片数比原模型少 %1。 </translation>
    </message>
    <message>
        <source>The text it was measured on was not used to make it.</source>
        <translation>测量所用的文本未用于制作该模型。</translation>
    </message>
    <message>
        <source>It was measured on the same examples that it was made with: on other text it may do worse.</source>
        <translation>测量所用的示例与制作时相同：在其他文本上可能更差。</translation>
    </message>
    <message>
        <source>It lies in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>The folder for other programs is %1. It holds %2, because those programs need 16 bits for every weight. The small model itself lies in %3</source>
        <translation>供其他程序使用的文件夹是 %1。它占 %2，因为那些程序的每个权重都需要 16 位。小模型本身位于 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n bit(s) for most weights</source>
        <translation>
            <numerusform>%1 · 大多数权重 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · recommended</source>
        <translation>%1 · 推荐</translation>
    </message>
    <message>
        <source>One of about this size was measured before: perplexity %1, the original %2. %3.</source>
        <translation>此前测量过大小相近的模型：困惑度 %1，原模型 %2。%3。</translation>
    </message>
    <message>
        <source>One of about this size was measured before: perplexity %1.</source>
        <translation>此前测量过大小相近的模型：困惑度 %1。</translation>
    </message>
    <message>
        <source>Often too much: a model of 135 million weights hesitated between 2.4 times as many words on school mathematics.</source>
        <translation>往往过度：一个 1.35 亿权重的模型在小学数学上犹豫的词数变为 2.4 倍。</translation>
    </message>
    <message>
        <source>Mostly a little worse: a model of 135 million weights hesitated between 1.2 times as many words on school mathematics.</source>
        <translation>通常略差：一个 1.35 亿权重的模型在小学数学上犹豫的词数变为 1.2 倍。</translation>
    </message>
    <message>
        <source>The closest to the original of these sizes. How close is measured once it is made.</source>
        <translation>这些大小中最接近原模型的一个。有多接近，做好之后会测量。</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>%1 · %2 left in all</source>
        <translation>%1 · 总共还剩 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>About as good as the original</source>
        <translation>与原模型大致相当</translation>
    </message>
    <message>
        <source>A little worse than the original, and still good for its job</source>
        <translation>比原模型略差，仍能胜任其任务</translation>
    </message>
    <message>
        <source>Noticeably worse than the original</source>
        <translation>明显不如原模型</translation>
    </message>
    <message>
        <source>Too damaged to be of use</source>
        <translation>损坏过重，无法使用</translation>
    </message>
    <message>
        <source>%1: try %2</source>
        <translation>%1：请试 %2</translation>
    </message>
    <message>
        <source>By the measured loss, the mean surprise at a token in nats. Up to %1 more than the original&apos;s: about as good. Up to %2: a little worse. Up to %3: noticeably worse. Beyond that: too damaged.</source>
        <translation>依据测得的损失，即每个词元的平均意外程度（奈特）。比原模型多至 %1：大致相当；至 %2：略差；至 %3：明显变差；再多：损坏过重。</translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
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
        <translation>正在获取</translation>
    </message>
    <message>
        <source>Measuring this machine</source>
        <translation>正在测量本机</translation>
    </message>
    <message>
        <source>Writing text</source>
        <translation>正在生成文本</translation>
    </message>
    <message>
        <source>What each width would cost</source>
        <translation>各位宽的代价</translation>
    </message>
    <message>
        <source>Choosing widths</source>
        <translation>选择位宽</translation>
    </message>
    <message>
        <source>Tuning the circuit</source>
        <translation>微调电路</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>%1 %2 % + %3 %4 %</source>
        <translation>%1 %2 % + %3 %4 %</translation>
    </message>
</context>
<context>
    <name>TaskPreview</name>
    <message>
        <source>%1 and %2: %3</source>
        <translation>%1 和 %2：%3</translation>
    </message>
    <message>
        <source>%1 samples, %2 tokens</source>
        <translation>%1 个样本，%2 个词元</translation>
    </message>
    <message>
        <source>%1 of them carry the loss</source>
        <translation>其中 %1 个计入损失</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) cut off at the end</source>
        <translation>
            <numerusform>%n 个样本末尾被截断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n 个重复</numerusform>
        </translation>
    </message>
    <message>
        <source>Clean: nothing of the text for finding the circuit stands in the text for measuring.</source>
        <translation>无重叠：用于寻找电路的文本均未出现在用于测量的文本中。</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) stand in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.</source>
        <translation>
            <numerusform>有 %n 个示例同时出现在寻找电路和测量所用的文本中：测得的结果会好于实际。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked whether both texts share examples: %1</source>
        <translation>未检查两份文本是否有相同示例：%1</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>C4</source>
        <translation>C4</translation>
    </message>
    <message>
        <source>Web pages, one a line</source>
        <translation>网页文本，每行一个</translation>
    </message>
    <message>
        <source>C4, reference windows</source>
        <translation>C4，参考窗口</translation>
    </message>
    <message>
        <source>Windows from the start for calibration, from window 40 on for evaluation: the ids of published reference runs</source>
        <translation>从头开始的窗口用于校准，第 40 个窗口起用于评估：已发表参考运行所用的词元</translation>
    </message>
    <message>
        <source>GSM8K</source>
        <translation>GSM8K</translation>
    </message>
    <message>
        <source>Grade-school mathematics problems with worked solutions</source>
        <translation>带解题步骤的小学数学应用题</translation>
    </message>
    <message>
        <source>GSM8K, 8-shot chain of thought</source>
        <translation>GSM8K，8 个带思路的示例</translation>
    </message>
    <message>
        <source>Eight worked examples in random order, then the problem with its own solution: the published TaCQ recipe</source>
        <translation>八个随机排序的解题示例，然后是题目及其解答：已发表的 TaCQ 做法</translation>
    </message>
    <message>
        <source>TinyStories</source>
        <translation>TinyStories</translation>
    </message>
    <message>
        <source>Short stories in simple English: what the bundled sample model was trained on</source>
        <translation>用简单英语写的短故事：随附示例模型的训练文本</translation>
    </message>
    <message>
        <source>TinyStories, reference windows</source>
        <translation>TinyStories，参考窗口</translation>
    </message>
    <message>
        <source>Even windows of the whole text for calibration, odd ones for evaluation, from the start: the ids of published reference runs</source>
        <translation>从头开始，全文的偶数窗口用于校准，奇数窗口用于评估：已发表参考运行所用的词元</translation>
    </message>
    <message>
        <source>WikiText-2</source>
        <translation>WikiText-2</translation>
    </message>
    <message>
        <source>Encyclopedia articles; the usual perplexity text</source>
        <translation>百科文章；常用的困惑度测试文本</translation>
    </message>
</context>
<context>
    <name>TensorErrors</name>
    <message>
        <source>%1
not done yet</source>
        <translation>%1
尚未完成</translation>
    </message>
    <message>
        <source>%1
Σ(W − Ŵ)² %2</source>
        <translation>%1
Σ(W − Ŵ)² %2</translation>
    </message>
    <message>
        <source>%1
Σ(W − Ŵ)² %2, in the simulated pass %3</source>
        <translation>%1
Σ(W − Ŵ)² %2，模拟时为 %3</translation>
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
    <name>WindowErrors</name>
    <message>
        <source>there is no saliency to choose kept weights from</source>
        <translation>没有可用来选择保留权重的显著性</translation>
    </message>
    <message>
        <source>run saliency first</source>
        <translation>请先计算显著性</translation>
    </message>
    <message>
        <source>the workspace cannot be written to</source>
        <translation>无法写入工作区</translation>
    </message>
    <message>
        <source>the task has no text to measure on</source>
        <translation>该任务没有可用于测量的文本</translation>
    </message>
    <message>
        <source>cannot read back a file of the temporary folder</source>
        <translation>无法读回临时文件夹中的文件</translation>
    </message>
    <message>
        <source>the examples are too short</source>
        <translation>示例太短</translation>
    </message>
    <message>
        <source>paste a few paragraphs of what the model will be used for</source>
        <translation>请粘贴几段模型将要处理的文本</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>无法读取该文件</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>choose a text (.txt), or one example a line (.jsonl, .csv)</source>
        <translation>请选择文本（.txt），或每行一个示例的文件（.jsonl、.csv）</translation>
    </message>
    <message>
        <source>this is not a file of examples</source>
        <translation>这不是示例文件</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>该文件是空的</translation>
    </message>
    <message>
        <source>the file holds no text</source>
        <translation>该文件不含文本</translation>
    </message>
    <message>
        <source>rows outside the matrix, or a buffer of another size</source>
        <translation>行超出矩阵范围，或缓冲区大小不符</translation>
    </message>
    <message>
        <source>single weights are on another computer</source>
        <translation>单个权重在另一台计算机上</translation>
    </message>
    <message>
        <source>wait until they have come</source>
        <translation>请等待它们传来</translation>
    </message>
    <message>
        <source>the window is closed</source>
        <translation>窗口已关闭</translation>
    </message>
    <message>
        <source>the engine sent another number of weights</source>
        <translation>引擎发来的权重数量不符</translation>
    </message>
    <message>
        <source>the engine went away</source>
        <translation>引擎已不在</translation>
    </message>
    <message>
        <source>the model has no such tensor any more</source>
        <translation>模型中已没有该张量</translation>
    </message>
    <message>
        <source>open the model again</source>
        <translation>请重新打开模型</translation>
    </message>
    <message>
        <source>the sketches do not reach this far</source>
        <translation>摘要没有覆盖到这么多权重</translation>
    </message>
    <message>
        <source>choose a smaller share</source>
        <translation>请选择较小的比例</translation>
    </message>
    <message>
        <source>the file is larger than 64 MiB</source>
        <translation>文件大于 64 MiB</translation>
    </message>
    <message>
        <source>copy it to the engine&apos;s computer, or use a smaller one</source>
        <translation>请将其复制到引擎所在的计算机，或使用较小的文件</translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation>没有打开模型</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>See which few weights of a language model carry a task, and make the rest smaller.</source>
        <translation>查看语言模型中哪些少数权重承担着任务，并缩小其余部分。</translation>
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
    <message>
        <source>A model to open at once, or the number of a run in the workspace.</source>
        <translation>要立即打开的模型，或工作区中某次运行的编号。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::AnatomyCard</name>
    <message>
        <source>Where the circuit sits</source>
        <translation>电路位于何处</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>统计方式</translation>
    </message>
    <message>
        <source>Where the kept weights sit</source>
        <translation>保留的权重位于何处</translation>
    </message>
    <message>
        <source>where the circuit sits</source>
        <translation>电路位于何处</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kept weights of each transformer block.</source>
        <translation>每个 Transformer 块中保留的权重。</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Kept weights of each kind of matrix, over all layers.</source>
        <translation>每类矩阵中保留的权重，合计所有层。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Kept weights of each attention head: its rows of q, k and v, its columns of o.</source>
        <translation>每个注意力头中保留的权重：q、k、v 的行以及 o 的列。</translation>
    </message>
    <message>
        <source>Rows, columns</source>
        <translation>行、列</translation>
    </message>
    <message>
        <source>The single outputs (rows) and inputs (columns) hit most. Click one to see it in the matrix.</source>
        <translation>受影响最大的单个输出（行）和输入（列）。单击可在矩阵中查看。</translation>
    </message>
    <message>
        <source>Share of the circuit by place</source>
        <translation>电路在各处的占比</translation>
    </message>
    <message>
        <source>Flow of the circuit from layer to layer</source>
        <translation>电路在层与层之间的流向</translation>
    </message>
    <message>
        <source>flow from layer to layer</source>
        <translation>层与层之间的流向</translation>
    </message>
    <message>
        <source>How often a kept weight that writes a channel in one layer meets a kept weight that reads it in a later one, over chance. 1: as by chance.</source>
        <translation>在某层写入通道的保留权重，与在后面的层读取该通道的保留权重相遇的频率，相对于随机情况。1：与随机相同。</translation>
    </message>
    <message>
        <source>Flow between layers, times chance</source>
        <translation>层间流向，相对于随机的倍数</translation>
    </message>
    <message>
        <source>The sketch does not reach this far: choose a smaller share.</source>
        <translation>概要数据不足以覆盖此范围：请选择更小的比例。</translation>
    </message>
    <message>
        <source>%1 kept weights</source>
        <translation>%1 个保留的权重</translation>
    </message>
    <message>
        <source>%1: %2 of the circuit, %3 of its weights are kept</source>
        <translation>%1：占电路的 %2，其权重保留了 %3</translation>
    </message>
    <message>
        <source>if spread evenly</source>
        <translation>若均匀分布</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从层</translation>
    </message>
    <message>
        <source>to layer</source>
        <translation>到层</translation>
    </message>
    <message>
        <source>Layer %1 to layer %2: kept writers and readers share channels %3 times as often as by chance.</source>
        <translation>第 %1 层到第 %2 层：保留的写入权重与读取权重共用通道的频率是随机情况的 %3 倍。</translation>
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
        <translation>单个张量的位宽、对称性和嵌入在“预算”页面设置。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetModel</name>
    <message>
        <source>share kept in 16 bit</source>
        <translation>以 16 位保留的比例</translation>
    </message>
    <message>
        <source>base bits</source>
        <translation>基础位宽</translation>
    </message>
    <message>
        <source>group size</source>
        <translation>分组大小</translation>
    </message>
    <message>
        <source>symmetry</source>
        <translation>对称性</translation>
    </message>
    <message>
        <source>bits of the embeddings</source>
        <translation>嵌入的位宽</translation>
    </message>
    <message>
        <source>what chooses the kept weights</source>
        <translation>选择保留权重的依据</translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetPage</name>
    <message>
        <source>Open a model, choose a task and run saliency: then every bit of the smaller model can be spent here, and seen at once.</source>
        <translation>打开模型、选择任务并运行显著性分析，即可在此分配更小模型的每一位，并立即看到结果。</translation>
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
</context>
<context>
    <name>tacq::ui::CircuitPage</name>
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
        <translation>在图旁显示的内容</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>The weights of the matrix chosen in the map.</source>
        <translation>图中所选矩阵的权重。</translation>
    </message>
    <message>
        <source>Where it sits</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>The circuit&apos;s share per layer, module and head, the rows and columns hit most, and its flow from layer to layer.</source>
        <translation>电路在各层、模块和注意力头中的占比，受影响最大的行和列，以及其在层与层之间的流向。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>How this circuit differs from that of another task, width or seed.</source>
        <translation>此电路与其他任务、位宽或种子的电路有何不同。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::CircuitSharesModel</name>
    <message>
        <source>layer %1 %2</source>
        <translation>第 %1 层 %2</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation>%1，第 %2 列</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>layer %1 %2, head %3</source>
        <translation>第 %1 层 %2，头 %3</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>of the circuit</source>
        <translation>占电路</translation>
    </message>
    <message>
        <source>of its weights</source>
        <translation>占其权重</translation>
    </message>
    <message>
        <source>Weights here that the present budget keeps in 16 bit.</source>
        <translation>当前预算下此处以 16 位保留的权重。</translation>
    </message>
    <message>
        <source>Kept weights here over all kept weights of the model.</source>
        <translation>此处保留的权重占模型全部保留权重的比例。</translation>
    </message>
    <message>
        <source>Kept weights here over all weights here.</source>
        <translation>此处保留的权重占此处全部权重的比例。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::CleanupLine</name>
    <message>
        <source>Artifacts that no finished run names, unfinished work that nobody is at, and damaged ones. Models that were written elsewhere are not touched.</source>
        <translation>没有任何已完成运行引用的产物、无人处理的未完成工作，以及损坏的产物。写到别处的模型不受影响。</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>Age in days of what is cleaned up</source>
        <translation>要清理的内容的天数</translation>
    </message>
    <message>
        <source>What is younger stays, even if no run names it. 0: everything that no run names.</source>
        <translation>更新的内容即使没有运行引用也会保留。0：所有没有运行引用的内容。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Removes it for good. Whatever is needed again is made again.</source>
        <translation>永久删除。再次需要的内容会重新生成。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Removes nothing.</source>
        <translation>不删除任何内容。</translation>
    </message>
    <message>
        <source>Looking what the workspace holds …</source>
        <translation>正在查看工作区的内容…</translation>
    </message>
    <message>
        <source>Cleaning up …</source>
        <translation>正在清理…</translation>
    </message>
    <message>
        <source>What a clean-up would free</source>
        <translation>清理可释放的空间</translation>
    </message>
    <message>
        <source>Clean up the workspace</source>
        <translation>清理工作区</translation>
    </message>
    <message>
        <source>The workspace could not be looked through now; the message above says why.</source>
        <translation>现在无法检查工作区；原因见上方消息。</translation>
    </message>
    <message numerus="yes">
        <source>The workspace holds %1 in %n artifact(s); %2 are free on its disk.</source>
        <translation>
            <numerusform>工作区共有 %n 个产物，占用 %1；其磁盘可用空间为 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s), %1</source>
        <translation>
            <numerusform>%n 个产物，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Freed: %1.</source>
        <translation>已释放：%1。</translation>
    </message>
    <message>
        <source>Nobody needs any more: %1.</source>
        <translation>不再需要：%1。</translation>
    </message>
    <message>
        <source>There is nothing to clean up of that age.</source>
        <translation>没有该时间之前的内容需要清理。</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>释放 %1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ComparisonCard</name>
    <message>
        <source>How two circuits differ</source>
        <translation>两个电路有何不同</translation>
    </message>
    <message>
        <source>choose another run …</source>
        <translation>选择另一次运行 …</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>Jaccard index: weights that both circuits keep over weights that either keeps. 1: the same circuit; 0: no weight in common.</source>
        <translation>Jaccard 指数：两个电路都保留的权重数除以任一电路保留的权重数。1：同一电路；0：没有共同的权重。</translation>
    </message>
    <message>
        <source>Jaccard index per layer</source>
        <translation>各层的 Jaccard 指数</translation>
    </message>
    <message>
        <source>Which circuit keeps more, layer by module</source>
        <translation>哪个电路保留更多，层 × 模块</translation>
    </message>
    <message>
        <source>which circuit keeps more</source>
        <translation>哪个电路保留更多</translation>
    </message>
    <message>
        <source>Overlap per matrix</source>
        <translation>各矩阵的重叠</translation>
    </message>
    <message>
        <source>overlap of two circuits</source>
        <translation>两个电路的重叠</translation>
    </message>
    <message>
        <source>There is no other run of this model yet. Run saliency for another task or seed, and come back.</source>
        <translation>此模型尚无其他运行。请为其他任务或种子运行显著性分析，然后返回此处。</translation>
    </message>
    <message>
        <source>These two cannot be compared at this share: choose a smaller one, or a run of the same model.</source>
        <translation>在此比例下无法比较这两者：请选择更小的比例，或同一模型的运行。</translation>
    </message>
    <message>
        <source>Jaccard index %1</source>
        <translation>Jaccard 指数 %1</translation>
    </message>
    <message>
        <source>%1 of %2 kept weights are the same; circuits as large drawn at random within each matrix would give %3.</source>
        <translation>%2 个保留的权重中有 %1 个相同；若在每个矩阵内随机抽取同样大小的电路，该指数为 %3。</translation>
    </message>
    <message>
        <source>Layer %1: Jaccard index %2, by chance %3</source>
        <translation>第 %1 层：Jaccard 指数 %2，随机为 %3</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>%1 over %2: kept weights</source>
        <translation>%1 比 %2：保留的权重</translation>
    </message>
    <message>
        <source>Weights that %1 keeps over those that %2 keeps: orange where %1 keeps more, purple where %2 does.</source>
        <translation>%1 保留的权重数与 %2 保留的权重数之比：橙色处 %1 保留更多，紫色处 %2 更多。</translation>
    </message>
    <message>
        <source>%1
%2 keeps %3, %4 keeps %5, both %6 (by chance %7)
double-click opens the matrix</source>
        <translation>%1
%2 保留 %3，%4 保留 %5，两者都保留 %6（随机则为 %7）
双击打开矩阵</translation>
    </message>
    <message>
        <source>Another saliency of this model: of another task, width or seed, from this session or the workspace; or this run by another score, which is made when you choose it.</source>
        <translation>此模型的另一份显著性：来自其他任务、位宽或种子，取自本次会话或工作区；或本次运行按另一种评分，选择时计算。</translation>
    </message>
    <message>
        <source>The circuit to compare with is on its way: a new score takes one pass over the model&apos;s weights.</source>
        <translation>用于比较的回路正在准备：新的评分需要遍历一次模型权重。</translation>
    </message>
    <message>
        <source>Choose another run of this model (another task, width or seed), or this run by another score.</source>
        <translation>请选择此模型的另一次运行（其他任务、位宽或种子），或本次运行按另一种评分。</translation>
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
        <translation>写入后可知</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>low-bit</source>
        <translation>低位</translation>
    </message>
    <message>
        <source>16 bit or more</source>
        <translation>16 位或以上</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>runs in</source>
        <translation>可运行于</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bytes of the weight files.</source>
        <translation>权重文件的字节数。</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>不是模型</translation>
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
        <translation>格式</translation>
    </message>
    <message>
        <source>What the smaller model can be written as. The size is that of the weight files.</source>
        <translation>更小的模型可以写成的格式。大小指权重文件的大小。</translation>
    </message>
    <message>
        <source>formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bytes of the weight files, known before they are written.</source>
        <translation>权重文件的字节数，写入前即可得知。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Perplexity on the task&apos;s evaluation text: exp(mean negative log-likelihood), lower is better. ± one standard error.</source>
        <translation>任务评测文本上的困惑度：exp(平均负对数似然)，越低越好。± 为一个标准误。</translation>
    </message>
    <message>
        <source>Loads in</source>
        <translation>可加载于</translation>
    </message>
    <message>
        <source>Programs that load this format as it is.</source>
        <translation>能直接加载此格式的程序。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What the folder will hold.</source>
        <translation>文件夹中将包含的内容。</translation>
    </message>
    <message>
        <source>The models made in this session, and the finished runs of the workspace.</source>
        <translation>本次会话中生成的模型，以及工作区中已完成的运行。</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <source>perplexity %1; the original has %2</source>
        <translation>困惑度 %1；原模型为 %2</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>see above</source>
        <translation>见上文</translation>
    </message>
    <message>
        <source>a folder with everything its programs need</source>
        <translation>包含其程序所需全部内容的文件夹</translation>
    </message>
    <message>
        <source>this file is not measured: what the format cannot hold exactly is quantized anew, without single weights in 16 bit</source>
        <translation>此文件未测量：该格式无法精确保存的部分会重新量化，且不保留单个 16 位权重</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportResultCard</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing exported yet.</source>
        <translation>尚未导出任何内容。</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops writing. The folder does not appear until it is whole, so nothing half-written stays.</source>
        <translation>停止写入。文件夹只在完整后才会出现，因此不会留下写到一半的内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sends the same export again.</source>
        <translation>重新发送同一导出。</translation>
    </message>
    <message>
        <source>After writing, the folder was opened anew and every value compared with what was meant.</source>
        <translation>写入后重新打开该文件夹，并将每个值与预期值比较。</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>已写入的文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Shows the folder in the file manager.</source>
        <translation>在文件管理器中显示该文件夹。</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copies the folder&apos;s path as text.</source>
        <translation>将文件夹的路径复制为文本。</translation>
    </message>
    <message>
        <source>Drag as files</source>
        <translation>作为文件拖动</translation>
    </message>
    <message>
        <source>Drag this into a file manager or another program to hand over the folder; a press copies it, to be pasted there.</source>
        <translation>将其拖到文件管理器或其他程序中即可交付该文件夹；按下则复制文件夹，可在那里粘贴。</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>路径已复制。</translation>
    </message>
    <message>
        <source>Folder copied: paste it in a file manager.</source>
        <translation>文件夹已复制：请在文件管理器中粘贴。</translation>
    </message>
    <message>
        <source>No file manager answers. Copy the path instead.</source>
        <translation>文件管理器没有响应。请改为复制路径。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Nothing was left in %1.</source>
        <translation>%1 中没有留下任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation>
            <numerusform>已写入到 %1：%n 个文件，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder is on the engine&apos;s computer.</source>
        <translation>该文件夹位于引擎所在的计算机上。</translation>
    </message>
    <message>
        <source>It was there already, the same; nothing was written.</source>
        <translation>该位置已有相同内容；未写入任何内容。</translation>
    </message>
    <message>
        <source>Not read back.</source>
        <translation>未回读。</translation>
    </message>
    <message>
        <source>✓ Verified: read back, every value as meant (largest difference 0).</source>
        <translation>✓ 已验证：已回读，每个值均与预期一致（最大差值 0）。</translation>
    </message>
    <message>
        <source>✓ Verified: read back, largest difference %1, mean KL %2 nats (rounding to 16 bit).</source>
        <translation>✓ 已验证：已回读，最大差值 %1，平均 KL %2 奈特（舍入到 16 位所致）。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportedFilesModel</name>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>A fingerprint of the file&apos;s bytes: the same fingerprint, the same file.</source>
        <translation>文件字节的指纹：指纹相同，文件就相同。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::FactTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>on</source>
        <translation>测量文本</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>stage, artifact or file</source>
        <translation>阶段、产物或文件</translation>
    </message>
    <message>
        <source>time or size</source>
        <translation>时间或大小</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation>来自工作区</translation>
    </message>
    <message>
        <source>%1 of %2 bit</source>
        <translation>%1 个为 %2 位</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) of their own</source>
        <translation>
            <numerusform>%n 个单独设定的张量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::FitCard</name>
    <message>
        <source>Fit to</source>
        <translation>适配目标</translation>
    </message>
    <message>
        <source>What the smaller model must not exceed.</source>
        <translation>更小的模型不得超过的上限。</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>每个权重的位数</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>兆字节</translation>
    </message>
    <message>
        <source>this machine&apos;s memory</source>
        <translation>本机的内存</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>The limit; a fit never goes beyond it.</source>
        <translation>上限；适配结果绝不会超过它。</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>选择的内容</translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>Keeps the widths as they are and chooses how many weights stay in 16 bit. At once.</source>
        <translation>位宽保持不变，只选择有多少权重以 16 位保留。立即完成。</translation>
    </message>
    <message>
        <source>widths too</source>
        <translation>也包括位宽</translation>
    </message>
    <message>
        <source>Chooses a width for every tensor as well, so that the predicted loss is least. Locked tensors stay as they are. The engine works a while.</source>
        <translation>同时为每个张量选择位宽，使预测损失最小。已锁定的张量保持不变。引擎需要运行一段时间。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Sets the budget to the largest that fits. Undo takes it back.</source>
        <translation>将预算设为不超限的最大值。“撤销”可恢复。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>a GPU&apos;s memory</source>
        <translation>GPU 的显存</translation>
    </message>
    <message>
        <source>The engine reports no GPU.</source>
        <translation>引擎未报告 GPU。</translation>
    </message>
    <message>
        <source>Codes, scales, zeros and kept weights together, per quantizable weight.</source>
        <translation>编码、缩放系数、零点和保留的权重合计，按每个可量化权重计。</translation>
    </message>
    <message>
        <source>All files of the model together; a megabyte is a million bytes.</source>
        <translation>模型的全部文件合计；一兆字节为一百万字节。</translation>
    </message>
    <message>
        <source>Half of %1: the rest is for the text that the model works on, and for other programs.</source>
        <translation>%1 的一半：其余留给模型所处理的文本以及其他程序。</translation>
    </message>
    <message>
        <source>The engine has not said yet how much memory there is.</source>
        <translation>引擎尚未报告内存大小。</translation>
    </message>
    <message>
        <source>Choosing …</source>
        <translation>正在选择 …</translation>
    </message>
    <message>
        <source>fit to a size</source>
        <translation>适配到大小</translation>
    </message>
    <message>
        <source>More would fit: %1 weights are kept, the most that are ranked one by one. Wider base bits or smaller groups can use the rest.</source>
        <translation>还有余量：已保留 %1 个权重，这是逐个排序的上限。更大的基础位宽或更小的分组可以利用剩余空间。</translation>
    </message>
    <message>
        <source>%1 weights can be kept: %2 bits, %3.</source>
        <translation>可保留 %1 个权重：%2 位，%3。</translation>
    </message>
    <message>
        <source>chosen widths</source>
        <translation>选定的位宽</translation>
    </message>
    <message>
        <source>No single width fits this size.</source>
        <translation>没有任何单一位宽适合此大小。</translation>
    </message>
    <message>
        <source>Proved to be the best choice of widths.</source>
        <translation>已证明是最佳的位宽选择。</translation>
    </message>
    <message>
        <source>The best found; not proved to be the best there is.</source>
        <translation>已找到的最佳结果；未证明是全局最佳。</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have a width that was not simulated: their loss is an estimate.</source>
        <translation>
            <numerusform>有 %n 个张量的位宽未经模拟：其损失为估计值。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bits.</source>
        <translation>%1 位。</translation>
    </message>
    <message>
        <source>%1%2 less first-order loss than %3 bit everywhere in this size.</source>
        <translation>一阶损失比同样大小下处处 %3 位少 %1%2。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ForecastCard</name>
    <message>
        <source>What it comes to</source>
        <translation>预计结果</translation>
    </message>
    <message numerus="yes">
        <source>by %n measured run(s) of this model and task</source>
        <translation>
            <numerusform>依据此模型和任务的 %n 次已测量运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Predicted loss: %1, %2</source>
        <translation>预测损失：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).</source>
        <translation>
            <numerusform>尚无预测损失：请量化并测量两个预算，之后即可据此判断其他预算（目前 %n 个）。</numerusform>
        </translation>
    </message>
    <message>
        <source>No predicted loss: these widths were not simulated. Quantize to measure them.</source>
        <translation>无预测损失：这些位宽未经模拟。请量化以测量它们。</translation>
    </message>
    <message>
        <source>No predicted loss: counts beyond the top 5 % are not exact.</source>
        <translation>无预测损失：超出最高 5 % 的计数不精确。</translation>
    </message>
    <message>
        <source>Figures are shown only where measured runs of this model and task stand behind them.</source>
        <translation>仅在有此模型和任务的已测量运行作为依据时才显示数值。</translation>
    </message>
    <message>
        <source>First-order loss %1%2.</source>
        <translation>一阶损失 %1%2。</translation>
    </message>
    <message>
        <source>The next %1 bit: %2%3 more kept weights</source>
        <translation>再增加 %1 位：多保留 %2%3 个权重</translation>
    </message>
    <message>
        <source>, first-order loss %1−%2 %</source>
        <translation>，一阶损失 %1−%2 %</translation>
    </message>
    <message>
        <source>, predicted loss −%1</source>
        <translation>，预测损失 −%1</translation>
    </message>
    <message>
        <source>First-order loss: (1 / samples) Σ gradient · |ΔW| over the weights not kept. It ranks budgets; it is not a loss that anyone would measure.</source>
        <translation>一阶损失：对未保留的权重求 (1 / 样本数) Σ 梯度 · |ΔW|。它用于给预算排序，并不是实际会测得的损失。</translation>
    </message>
    <message>
        <source>≈: some widths were not simulated; their errors are taken to shrink as the step between neighbouring values does.</source>
        <translation>≈：部分位宽未经模拟；其误差假定随相邻值的间隔同比缩小。</translation>
    </message>
    <message>
        <source>Measured loss: %1 ± %2, run %3 had these very settings</source>
        <translation>测得的损失：%1 ± %2，运行 %3 用的正是这些设置</translation>
    </message>
    <message>
        <source>Mean surprise at a token of the task&apos;s text, in nats, with its 95 % interval.</source>
        <translation>任务文本每个词元的平均意外程度（奈特）及其 95 % 区间。</translation>
    </message>
    <message>
        <source>Predicted loss: %1 (%2 to %3), %4</source>
        <translation>预测损失：%1（%2 至 %3），%4</translation>
    </message>
    <message>
        <source>A curve that never falls, from the unquantized model through the measured runs, read at this budget&apos;s first-order loss. In brackets: how far it missed runs it had not seen, and never below what was measured. Measure to be sure.</source>
        <translation>一条从未量化模型出发、穿过各次测量且不下降的曲线，在本预算的一阶损失处读数。括号内：它对未见过的运行偏差多大，且不低于已测得的值。要确定请测量。</translation>
    </message>
    <message>
        <source>Measured loss: %1, run %2 had these very settings</source>
        <translation>实测损失：%1，运行 %2 使用了完全相同的设置</translation>
    </message>
    <message>
        <source>Mean surprise at a token of the task&apos;s text, in nats. The run noted no interval.</source>
        <translation>任务文本每个词元的平均意外程度（nat）。该运行没有记录区间。</translation>
    </message>
    <message>
        <source>No predicted loss: it is known for TaCQ&apos;s score only. Quantize to measure.</source>
        <translation>没有预测损失：仅对 TaCQ 的评分已知。请量化后测量。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::FractionControl</name>
    <message>
        <source>Kept in 16 bit</source>
        <translation>以 16 位保留</translation>
    </message>
    <message>
        <source>Share of the quantizable weights that stay in 16 bit: those with the highest saliency. Exactly that many are kept.</source>
        <translation>以 16 位保留的可量化权重所占比例：即显著性最高的那些。保留的数量与此完全一致。</translation>
    </message>
    <message>
        <source>Kept in 16 bit, percent</source>
        <translation>以 16 位保留，百分比</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>%1%2 weights</source>
        <translation>%1%2 个权重</translation>
    </message>
    <message>
        <source>k = floor(share × %1 quantizable weights).</source>
        <translation>k = floor(比例 × %1 个可量化权重)。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GeneratePage</name>
    <message>
        <source>What shall they go on from?</source>
        <translation>它们应从什么内容续写？</translation>
    </message>
    <message>
        <source>Once upon a time, there was a little</source>
        <translation>Once upon a time, there was a little</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>The text that both models continue. Ctrl+Return writes.</source>
        <translation>两个模型都要续写的文本。按 Ctrl+Return 开始续写。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Both models stop after the token they are at. What they wrote stays.</source>
        <translation>两个模型都会在写完当前词元后停止。已写出的内容会保留。</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>长度（词元数）</translation>
    </message>
    <message>
        <source>How many tokens each model writes at most; a token is a word or a part of one.</source>
        <translation>每个模型最多写多少个词元；一个词元是一个词或词的一部分。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0: always the likeliest token. 1: drawn as the model says. More: wilder. Both models draw with the same random numbers.</source>
        <translation>0：总是选最可能的词元。1：按模型给出的概率抽取。更大：更发散。两个模型使用相同的随机数抽取。</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <source>What the original writes</source>
        <translation>原模型写出的内容</translation>
    </message>
    <message>
        <source>Compared with it</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>What the other model writes</source>
        <translation>另一个模型写出的内容</translation>
    </message>
    <message>
        <source>Model compared with the original</source>
        <translation>与原模型比较的模型</translation>
    </message>
    <message>
        <source>A smaller model made in this session, the original itself, or any other model with the same vocabulary.</source>
        <translation>本次会话中生成的更小的模型、原模型本身，或词表相同的任何其他模型。</translation>
    </message>
    <message>
        <source>Tint by difference</source>
        <translation>按差异着色</translation>
    </message>
    <message>
        <source>Tints each token by the KL divergence: how differently the two models weigh every possible next token there.</source>
        <translation>按 KL 散度为每个词元着色：两个模型在该处对所有可能的下一个词元的权衡有多大不同。</translation>
    </message>
    <message>
        <source>KL(original ‖ smaller model) of the next-token distributions, in nats. 0: both weigh every token alike.</source>
        <translation>下一个词元分布的 KL(原模型 ‖ 更小的模型)，单位为奈特。0：两者对每个词元的权衡相同。</translation>
    </message>
    <message>
        <source>How many tokens both texts have in common before they part.</source>
        <translation>两段文本在分叉之前有多少个相同的词元。</translation>
    </message>
    <message>
        <source>Mean over the written tokens of KL(original ‖ smaller model), in nats; the original reads what the smaller model writes.</source>
        <translation>KL(原模型 ‖ 更小的模型) 在所写词元上的均值，单位为奈特；由原模型读取更小的模型写出的内容。</translation>
    </message>
    <message>
        <source>The token under the pointer or the caret, and how far the two models are apart there.</source>
        <translation>指针或光标处的词元，以及两个模型在该处相差多少。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (original)</source>
        <translation>%1（原模型）</translation>
    </message>
    <message>
        <source>Open another …</source>
        <translation>打开其他模型 …</translation>
    </message>
    <message>
        <source>Quantize first, or open another</source>
        <translation>请先量化，或打开其他模型</translation>
    </message>
    <message>
        <source>Model to compare with</source>
        <translation>要比较的模型</translation>
    </message>
    <message>
        <source>Length of the text</source>
        <translation>文本长度</translation>
    </message>
    <message>
        <source>The original writes</source>
        <translation>原模型的续写</translation>
    </message>
    <message>
        <source>%1 writes</source>
        <translation>%1 的续写</translation>
    </message>
    <message>
        <source>Press Write, or Ctrl+Return in the prompt.</source>
        <translation>请按“续写”，或在提示词中按 Ctrl+Return。</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>Quantize the model first, or choose “Open another …” above.</source>
        <translation>请先量化模型，或在上方选择“打开其他模型 …”。</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在续写 …</translation>
    </message>
    <message>
        <source>Two models, one beginning</source>
        <translation>两个模型，同一开头</translation>
    </message>
    <message>
        <source>Both continue the same text. Where the words on the right are tinted, the original would have weighed its next words differently: the darker or brighter, the more.</source>
        <translation>两者续写同一段文本。右侧词语着色之处，原模型对后续词语的权衡会有所不同：颜色越深或越亮，差异越大。</translation>
    </message>
    <message numerus="yes">
        <source>The same words all the way, %n token(s)</source>
        <translation>
            <numerusform>从头到尾都相同，共 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Different from the first word on</source>
        <translation>从第一个词起就不同</translation>
    </message>
    <message numerus="yes">
        <source>The same words for %n token(s), then they part</source>
        <translation>
            <numerusform>前 %n 个词元相同，之后分叉</numerusform>
        </translation>
    </message>
    <message>
        <source>next to no difference</source>
        <translation>几乎没有差异</translation>
    </message>
    <message>
        <source>a small difference</source>
        <translation>差异较小</translation>
    </message>
    <message>
        <source>a clear difference</source>
        <translation>差异明显</translation>
    </message>
    <message>
        <source>a large difference</source>
        <translation>差异很大</translation>
    </message>
    <message numerus="yes">
        <source>Mean KL %1 nats per token over %n token(s): %2.</source>
        <translation>
            <numerusform>%n 个词元上的平均 KL 为每个词元 %1 奈特：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>%1   KL %2 nats</source>
        <translation>%1   KL %2 奈特</translation>
    </message>
    <message>
        <source>token %1: %2</source>
        <translation>词元 %1：%2</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Both models continue the prompt (Ctrl+Return).</source>
        <translation>两个模型都续写提示词 (Ctrl+Return)。</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>以前的提示</translation>
    </message>
    <message>
        <source>Prompts that were written from before; choosing one puts it in place of what stands above.</source>
        <translation>以前用过的提示；选择一个会替换上面的内容。</translation>
    </message>
    <message>
        <source>As a chat</source>
        <translation>作为对话</translation>
    </message>
    <message>
        <source>Puts the prompt into the model&apos;s chat template, as a message that it answers. Off: it goes on from the text as it stands.</source>
        <translation>把提示放进模型的对话模板，作为它要回答的一条消息。关闭：直接接着文本往下写。</translation>
    </message>
    <message>
        <source>Both ended at once</source>
        <translation>两者都立即结束</translation>
    </message>
    <message>
        <source>The likeliest next token of both is the end mark: for them this text is complete.</source>
        <translation>对两者来说，最可能的下一个词元都是结束标记：它们认为这段文本已经完整。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GlossaryModel</name>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>A word or a part of one. A model reads and writes tokens, one after the other.</source>
        <translation>一个词或词的一部分。模型逐个读写词元。</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>One number of the model. A matrix holds thousands to millions of them; the whole model is made of them.</source>
        <translation>模型中的一个数。一个矩阵含有数千到数百万个；整个模型由它们组成。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>One of the blocks that a text passes through in turn. Each has an attention part (q, k, v, o), which looks back over the text, and an MLP part (gate, up, down), which works on one token.</source>
        <translation>文本依次通过的模块之一。每层有回看文本的注意力部分（q、k、v、o）和处理单个词元的 MLP 部分（gate、up、down）。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How surprised the model is by the next token of a text, on average, in nats: the mean negative log-likelihood. Lower is better.</source>
        <translation>模型对文本下一个词元平均有多意外，单位 nat：平均负对数似然。越低越好。</translation>
    </message>
    <message>
        <source>nat</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>The unit of surprise where logarithms are natural. One nat is a factor of 2.72 in probability.</source>
        <translation>使用自然对数时的意外程度单位。1 nat 对应概率相差 2.72 倍。</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>The loss as a number of choices: e to the power of the loss. A perplexity of 6 means as unsure as between six equally likely tokens. Lower is better.</source>
        <translation>以选项个数表示的损失：e 的损失次方。困惑度为 6 表示像在六个同样可能的词元之间一样不确定。越低越好。</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What the smaller model must still be good at, given by a text: questions with answers, stories, your own examples.</source>
        <translation>较小模型仍须擅长的内容，由文本给出：问答、故事、您自己的例子。</translation>
    </message>
    <message>
        <source>calibration text</source>
        <translation>校准文本</translation>
    </message>
    <message>
        <source>The part of the task&apos;s text that the weights are judged on and the smaller model is fitted to.</source>
        <translation>任务文本中用于评判权重并拟合较小模型的部分。</translation>
    </message>
    <message>
        <source>evaluation text</source>
        <translation>评估文本</translation>
    </message>
    <message>
        <source>Another part of the task&apos;s text, never used for fitting: what models are measured on.</source>
        <translation>任务文本的另一部分，从不用于拟合：模型在其上测量。</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>其他文本</translation>
    </message>
    <message>
        <source>A text that the model was not made for. What was lost outside the task shows there.</source>
        <translation>模型并非为其制作的文本。任务之外的损失会在此显现。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The number that a random choice starts from. The same seed gives the same choice again.</source>
        <translation>随机选择的起始数。相同的种子给出相同的选择。</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How strongly the loss reacts to a small change of a weight. Here: its magnitude, added up over the samples.</source>
        <translation>损失对权重微小变化的反应强度。此处为其绝对值在样本上的总和。</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>How much a weight matters when it is quantized. TaCQ&apos;s is |gradient · change by quantization · weight|: large where the weight would be changed much and the task feels it.</source>
        <translation>权重在量化时的重要程度。TaCQ 的定义是 |梯度 · 量化引起的变化 · 权重|：当权重变化大且任务受影响时取值大。</translation>
    </message>
    <message>
        <source>score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>The formula that ranks weights. TaCQ&apos;s is one; others (QAL, MSG, gradient, magnitude, random) are there to compare with.</source>
        <translation>对权重排序的公式。TaCQ 是其中之一；其他（QAL、MSG、梯度、幅值、随机）用于比较。</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>回路</translation>
    </message>
    <message>
        <source>The weights with the highest saliency for a task: where the task lives in the model.</source>
        <translation>对某任务显著性最高的权重：任务在模型中的所在。</translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>The few weights that stay in 16 bit, the circuit of the chosen size. All others are quantized.</source>
        <translation>保持 16 位的少数权重，即所选大小的回路。其余全部量化。</translation>
    </message>
    <message>
        <source>quantization</source>
        <translation>量化方式</translation>
    </message>
    <message>
        <source>Storing weights with few bits each. With 3 bits a weight can only take one of eight values; every weight moves to one of them.</source>
        <translation>用很少的位存储权重。3 位时权重只能取八个值之一；每个权重都移到其中一个。</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>All bits of the quantized matrices, scales and kept weights included, divided by the number of weights.</source>
        <translation>量化矩阵的全部位数（含缩放系数和保留的权重）除以权重个数。</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>The values that quantized weights can take: evenly spaced levels, given by width, scale and zero point.</source>
        <translation>量化权重可取的值：由位宽、缩放系数和零点决定的等距级别。</translation>
    </message>
    <message>
        <source>scale and zero point</source>
        <translation>缩放系数与零点</translation>
    </message>
    <message>
        <source>Turn a stored code into a weight: (code − zero point) · scale. Each row, or each group of a row, has its own.</source>
        <translation>把存储的编码变为权重：（编码 − 零点）· 缩放系数。每行或行内每组各有一份。</translation>
    </message>
    <message>
        <source>group size</source>
        <translation>组大小</translation>
    </message>
    <message>
        <source>How many neighbouring weights share a scale. Small groups follow the weights more closely and cost more bits.</source>
        <translation>多少个相邻权重共用一个缩放系数。小组更贴近权重，但占用更多位。</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>A grid with its zero in the middle. Asymmetric grids are moved to where the weights lie.</source>
        <translation>零点居中的网格。非对称网格会移到权重所在的位置。</translation>
    </message>
    <message>
        <source>GPTQ</source>
        <translation>GPTQ</translation>
    </message>
    <message>
        <source>Quantizes a matrix column by column and lets the columns that are left make up for the error of those that are done, as the calibration text needs it.</source>
        <translation>逐列量化矩阵，并按校准文本的需要让剩余各列补偿已完成各列的误差。</translation>
    </message>
    <message>
        <source>simulated quantization</source>
        <translation>模拟量化</translation>
    </message>
    <message>
        <source>A trial of the quantization, from which the change of every weight is known before any is chosen to be kept.</source>
        <translation>量化的试运行，在选择保留哪些权重之前就得知每个权重的变化。</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>How the bits are spent: width, share kept, groups, widths of single tensors.</source>
        <translation>位的分配方式：位宽、保留比例、分组、单个张量的位宽。</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>The list of what the bits go to: codes, scales, zero points, values and positions of kept weights.</source>
        <translation>位的去向清单：编码、缩放系数、零点、保留权重的值和位置。</translation>
    </message>
    <message>
        <source>first-order loss</source>
        <translation>一阶损失</translation>
    </message>
    <message>
        <source>Gradient times change, added up over the weights that are not kept. It ranks budgets before they are made; it is no loss that anyone would measure.</source>
        <translation>梯度乘以变化，对未保留的权重求和。用于在制作之前对预算排序；并非可测得的损失。</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>How differently two models weigh all possible next tokens, in nats. 0: exactly alike.</source>
        <translation>两个模型对所有可能的下一个词元的权衡差异，单位 nat。0：完全一致。</translation>
    </message>
    <message>
        <source>same first choice</source>
        <translation>首选相同</translation>
    </message>
    <message>
        <source>The share of positions where both models find the same token most likely.</source>
        <translation>两个模型认为同一词元最可能的位置所占比例。</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Where the true value lies 95 times of 100, given how much the measured values scatter.</source>
        <translation>根据测量值的离散程度，真值在 100 次中有 95 次落入的范围。</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>A model as files: a folder, a .safetensors or a .gguf.</source>
        <translation>以文件形式存在的模型：文件夹、.safetensors 或 .gguf。</translation>
    </message>
    <message>
        <source>packed checkpoint</source>
        <translation>打包检查点</translation>
    </message>
    <message>
        <source>This program&apos;s compact folder: codes, scales and kept weights as they are. A Hugging Face folder holds the same weights spelt out in 16 bit, for other programs.</source>
        <translation>本程序的紧凑文件夹：原样保存编码、缩放系数和保留的权重。Hugging Face 文件夹则以 16 位写出相同的权重，供其他程序使用。</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>One piece of work with its options, figures and results, kept in the workspace.</source>
        <translation>一次工作及其选项、数据和结果，保存在工作区中。</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>The folder where runs and all that they made are kept, so that nothing is computed twice.</source>
        <translation>保存运行及其全部产物的文件夹，避免重复计算。</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The process that does the heavy work, apart from the window, here or on another computer.</source>
        <translation>承担繁重计算的进程，独立于窗口，可在本机或另一台计算机上。</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>what it means here</source>
        <translation>在此处的含义</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GlossaryPage</name>
    <message>
        <source>The words of these pages</source>
        <translation>这些页面的用词</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>搜索词语</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Shows the words whose name or explanation holds all that you type.</source>
        <translation>显示名称或解释中含有所输入全部内容的词语。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>A word and what it means here.</source>
        <translation>词语及其在此处的含义。</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>No word here holds that. Try a shorter one.</source>
        <translation>没有包含它的词语。请试更短的词。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GridControl</name>
    <message>
        <source>Base bits</source>
        <translation>基础位宽</translation>
    </message>
    <message>
        <source>All other weights get %1 values to choose from.</source>
        <translation>其他所有权重有 %1 个可选值。</translation>
    </message>
    <message>
        <source>Bits for every weight that is not kept.</source>
        <translation>每个未保留权重所用的位数。</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>分组大小</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>One scale for a whole row: the smallest file.</source>
        <translation>整行共用一个缩放系数：文件最小。</translation>
    </message>
    <message>
        <source>One scale for every %1 weights of a row: finer, and more bits for scales.</source>
        <translation>一行中每 %1 个权重共用一个缩放系数：更精细，但缩放系数占用更多位。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>How many weights of a row share one scale and zero point.</source>
        <translation>一行中多少个权重共用一个缩放系数和零点。</translation>
    </message>
    <message>
        <source>Bits of the embeddings</source>
        <translation>嵌入的位宽</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>The tables at the model&apos;s two ends stay as they are.</source>
        <translation>模型两端的表保持不变。</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>The tables at the model&apos;s two ends take half the room, with hardly any loss.</source>
        <translation>模型两端的表只占一半空间，几乎没有损失。</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>The table that turns tokens into vectors, and the one that turns vectors into token scores.</source>
        <translation>将词元转换为向量的表，以及将向量转换为词元得分的表。</translation>
    </message>
    <message>
        <source>Symmetric grid</source>
        <translation>对称网格</translation>
    </message>
    <message>
        <source>The values to choose from lie evenly around zero. Off: each group finds its own middle, which fits most weights better.</source>
        <translation>可选值以零为中心均匀分布。关闭时：每组自行确定中点，对大多数权重更合适。</translation>
    </message>
    <message>
        <source>Simulate this grid</source>
        <translation>模拟此网格</translation>
    </message>
    <message>
        <source>Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again.</source>
        <translation>用此网格将模型量化一次，以准确得知应保留哪些权重。梯度会重复使用。</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, groups of %2.</source>
        <translation>尚未模拟。斜线部分：%1 位、每组 %2 个时保留的权重。</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, one group per row.</source>
        <translation>尚未模拟。斜线部分：%1 位、每行一组时保留的权重。</translation>
    </message>
    <message>
        <source>Simulating …</source>
        <translation>正在模拟 …</translation>
    </message>
    <message>
        <source>Simulate (≈ %1)</source>
        <translation>模拟 (≈ %1)</translation>
    </message>
</context>
<context>
    <name>tacq::ui::HistogramView</name>
    <message>
        <source>%1 to %2: %3 weights</source>
        <translation>%1 至 %2：%3 个权重</translation>
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
        <translation>在课程中</translation>
    </message>
    <message>
        <source>the next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>the step before</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>skip: ends the lesson</source>
        <translation>跳过：结束课程</translation>
    </message>
    <message>
        <source>the same matrix of the layer above, below</source>
        <translation>上一层、下一层的同一矩阵</translation>
    </message>
    <message>
        <source>the matrix before, after in the layer</source>
        <translation>同层的前一个、后一个矩阵</translation>
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
        <translation>KL %1 · %2 首选词元相同</translation>
    </message>
    <message>
        <source>cancelled. %1</source>
        <translation>已取消。%1</translation>
    </message>
    <message>
        <source>Resume starts it again.</source>
        <translation>“继续”会重新开始。</translation>
    </message>
    <message>
        <source>Resume goes on after sample %1 of %2.</source>
        <translation>“继续”会从第 %1 个样本之后接着做（共 %2 个）。</translation>
    </message>
    <message>
        <source>Resume goes on from the gradients written down last, at most two minutes before.</source>
        <translation>“继续”会从最近一次保存的梯度接着做，至多是两分钟之前的。</translation>
    </message>
    <message>
        <source>Resume goes on after the last finished layer.</source>
        <translation>“继续”会从最后完成的层之后接着做。</translation>
    </message>
    <message>
        <source>Resume goes on after the last finished stage.</source>
        <translation>“继续”会从最后完成的阶段之后接着做。</translation>
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
        <source>Sends the job again.</source>
        <translation>重新发送该任务。</translation>
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
    <message>
        <source>Gives the page more room. The line at the foot of the window still says what runs.</source>
        <translation>给页面更多空间。窗口底部的一行仍会说明正在运行什么。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Hide the jobs</source>
        <translation>隐藏任务</translation>
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
        <translation>每个可量化权重的位数：编码、缩放系数、零点、保留值及其位置。</translation>
    </message>
    <message>
        <source>Share of each ledger line</source>
        <translation>各明细项的占比</translation>
    </message>
    <message>
        <source>Ledger of bits and bytes</source>
        <translation>位与字节明细</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>All files of the packed checkpoint together: %1.</source>
        <translation>打包检查点的所有文件合计：%1。</translation>
    </message>
    <message>
        <source>Larger than what was opened: there the embeddings are in fewer bits. 8-bit embeddings (Budget page) save most.</source>
        <translation>比打开的模型还大：那里的嵌入用的位数更少。8 位嵌入（“预算”页）最省空间。</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>明细</translation>
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
        <translation>课程</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before (Alt+Left).</source>
        <translation>回到上一步 (Alt+Left)。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Ends the lesson; everything stays as it is now (Esc).</source>
        <translation>结束课程；一切保持现状 (Esc)。</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>working …</source>
        <translation>正在进行 …</translation>
    </message>
    <message>
        <source>Next waits until what this step does is done; progress is in the jobs below.</source>
        <translation>须等本步的操作完成后才能按“下一步”；进度见下方的作业。</translation>
    </message>
    <message>
        <source>The next step (Alt+Right).</source>
        <translation>进入下一步 (Alt+Right)。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Ends the lesson (Alt+Right).</source>
        <translation>结束课程 (Alt+Right)。</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>返回课程</translation>
    </message>
    <message>
        <source>Shows this step again, with its settings (Alt+Right).</source>
        <translation>再次显示此步骤及其设置 (Alt+Right)。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What this step does was cancelled or failed: does it again (Alt+Right).</source>
        <translation>本步的操作已取消或失败：重新执行 (Alt+Right)。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonRunner</name>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonsPage</name>
    <message>
        <source>Short tours on the bundled sample</source>
        <translation>用自带示例进行的简短导览</translation>
    </message>
    <message>
        <source>A lesson drives the real pages: it runs what it talks about, on a tiny real model, and explains each step in a sentence or two. Skip it at any time; what it made stays.</source>
        <translation>课程会操作真实的页面：用一个很小的真实模型运行所讲的内容，并用一两句话解释每一步。可随时跳过；已生成的内容会保留。</translation>
    </message>
    <message>
        <source>Write your own</source>
        <translation>编写自己的课程</translation>
    </message>
    <message>
        <source>A lesson is a text file: steps with a sentence, the page to show, what to frame and what to do. Copy a bundled one into your folder and change its words; README.md beside the bundled ones explains every line.</source>
        <translation>课程是一个文本文件：每一步包含一句话、要显示的页面、要框出的内容和要执行的操作。将自带课程复制到您的文件夹中并修改文字；自带课程旁的 README.md 解释了每一行。</translation>
    </message>
    <message>
        <source>Open my folder</source>
        <translation>打开我的文件夹</translation>
    </message>
    <message>
        <source>Opens the folder for your own lessons, and makes it if it is not there.</source>
        <translation>打开存放您自己课程的文件夹；若不存在则创建。</translation>
    </message>
    <message>
        <source>Open the bundled ones</source>
        <translation>打开自带课程</translation>
    </message>
    <message>
        <source>Opens the folder of the lessons that came with the program, with README.md.</source>
        <translation>打开随程序提供的课程所在的文件夹，其中有 README.md。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Reads all lesson files again, after you changed one.</source>
        <translation>修改课程文件后，重新读取所有课程文件。</translation>
    </message>
    <message>
        <source>the folder for lessons cannot be made</source>
        <translation>无法创建课程文件夹</translation>
    </message>
    <message>
        <source>Your folder: %1</source>
        <translation>您的文件夹：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>开始：%1</translation>
    </message>
    <message>
        <source>Opens the sample and takes you through, step by step.</source>
        <translation>打开示例，并带您一步步完成。</translation>
    </message>
    <message>
        <source>This lesson cannot be read</source>
        <translation>无法读取此课程</translation>
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
        <source>none open</source>
        <translation>未打开</translation>
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
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>No connection to the engine</source>
        <translation>与引擎没有连接</translation>
    </message>
    <message>
        <source>It stopped when the window was closed. What was finished is kept.</source>
        <translation>窗口关闭时它停止了。已完成的部分都保留着。</translation>
    </message>
    <message>
        <source>Start it again with the same settings, here or on the Runs page: it goes on from where it was.</source>
        <translation>用相同的设置重新开始（在这里或“运行”页）：会从中断处继续。</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>Work was cut off</source>
        <translation>有工作被中断</translation>
    </message>
    <message>
        <source>The process that does the heavy work, apart from this window. Click to choose another, or to start it again if it stopped.</source>
        <translation>在此窗口之外完成繁重工作的进程。单击可另选一个，或在它停止后重新启动。</translation>
    </message>
    <message>
        <source>there is no run %1 in this workspace</source>
        <translation>此工作区中没有运行 %1</translation>
    </message>
    <message>
        <source>look on the Runs page for its number</source>
        <translation>请在“运行”页查看编号</translation>
    </message>
    <message>
        <source>run %1 has nothing to open: it is not done, or its model or result is gone</source>
        <translation>运行 %1 没有可打开的内容：它尚未完成，或其模型或结果已不在</translation>
    </message>
    <message>
        <source>look at it on the Runs page</source>
        <translation>请在“运行”页查看</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n sample(s), %2 tokens</source>
        <translation>
            <numerusform>%1 · %n 个样本，%2 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · up to %2 × %3 tokens</source>
        <translation>%1 · 最多 %2 × %3 个词元</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MapWatch</name>
    <message>
        <source>What is shown of it may be wrong. Put the file back, then open the model or the run again.</source>
        <translation>显示的相关内容可能有误。请放回该文件，然后重新打开模型或运行。</translation>
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
        <translation>矩阵</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>保留 %1 / %2</translation>
    </message>
    <message>
        <source>There is no other run to subtract yet: run saliency for another task, width or seed of this model.</source>
        <translation>尚无其他运行可供相减：请对此模型的其他任务、位宽或种子运行显著性分析。</translation>
    </message>
    <message>
        <source>a pixel shows the strongest of %1 × %1 weights or more</source>
        <translation>每个像素显示 %1 × %1 个或更多权重中最强的一个</translation>
    </message>
    <message>
        <source>every weight is shown</source>
        <translation>显示每一个权重</translation>
    </message>
    <message>
        <source>per sample · </source>
        <translation>每样本 · </translation>
    </message>
    <message>
        <source>wheel zooms, dragging pans, keys: arrows, + − 0, Page Up/Down</source>
        <translation>滚轮缩放，拖动平移，按键：方向键、+ − 0、Page Up/Down</translation>
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
        <source>Show the circuit</source>
        <translation>显示电路</translation>
    </message>
    <message>
        <source>Where the task lives in the model.</source>
        <translation>任务位于模型的何处。</translation>
    </message>
    <message>
        <source>Open a model, choose a task and run saliency: then every matrix can be looked at here, down to one weight.</source>
        <translation>打开模型、选择任务并运行显著性分析，即可在此查看每个矩阵，精确到单个权重。</translation>
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
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Which weights the present budget keeps: their share under each pixel.</source>
        <translation>当前预算保留哪些权重：每个像素下的保留比例。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>One</source>
        <translation>单个</translation>
    </message>
    <message>
        <source>One matrix.</source>
        <translation>一个矩阵。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Two matrices, or the same matrix of two runs, with colours on one scale.</source>
        <translation>两个矩阵，或两次运行的同一矩阵，颜色采用同一刻度。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>This run minus another: orange where this one is stronger, purple where the other is, white where they agree.</source>
        <translation>此次运行减去另一次运行：橙色处此次更强，紫色处另一次更强，白色处两者一致。</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>此次运行</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>Another saliency of this model: of another task, width or seed, from this session or the workspace.</source>
        <translation>此模型的另一份显著性：来自其他任务、位宽或种子，取自本次会话或工作区。</translation>
    </message>
    <message>
        <source>move together</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Both views move together</source>
        <translation>两个视图一起移动</translation>
    </message>
    <message>
        <source>Panning and zooming one view moves the other to the same part of its matrix.</source>
        <translation>平移或缩放一个视图时，另一个视图会移到其矩阵的相同部分。</translation>
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
        <source>Colour map</source>
        <translation>色图</translation>
    </message>
    <message>
        <source>Both maps read the same for colour-blind eyes; cividis is the safest. Differences have a map of their own.</source>
        <translation>两种色图对色觉障碍者同样可读；cividis 最稳妥。差异另有专用色图。</translation>
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
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The whole matrix again (key 0).</source>
        <translation>重新显示整个矩阵（按键 0）。</translation>
    </message>
    <message>
        <source>%1 minus</source>
        <translation>%1 减去</translation>
    </message>
    <message>
        <source>simulated at %1 bit · </source>
        <translation>按 %1 位模拟 · </translation>
    </message>
    <message>
        <source>orange: only %1 keeps it · purple: only %2 · grey: both</source>
        <translation>橙色：仅 %1 保留 · 紫色：仅 %2 · 灰色：两者都保留</translation>
    </message>
    <message>
        <source>These two are ranked by scores of different units, which cannot be subtracted in earnest: look at Kept, or side by side.</source>
        <translation>两者按不同单位的评分排序，相减没有意义：请看“保留”，或并排比较。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixPane</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Which transformer block; Page Up and Page Down go through them.</source>
        <translation>哪个 Transformer 块；按 Page Up 和 Page Down 可逐个切换。</translation>
    </message>
    <message>
        <source>Which matrix of the block: query, key, value and output of attention; gate, up and down of the MLP.</source>
        <translation>块中的哪个矩阵：注意力的 query、key、value 和 output；MLP 的 gate、up 和 down。</translation>
    </message>
    <message>
        <source>Rows are outputs, columns are inputs of this matrix.</source>
        <translation>行是此矩阵的输出，列是输入。</translation>
    </message>
    <message>
        <source>Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all.</source>
        <translation>所选矩阵的权重。方向键平移，加减号缩放，0 显示全部。</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixView</name>
    <message>
        <source>What the colours mean. Each pixel shows the largest value of the weights under it, so outliers never vanish.</source>
        <translation>颜色的含义。每个像素显示其下权重的最大值，离群权重因此不会消失。</translation>
    </message>
    <message>
        <source>Matrix, one pixel per group of weights</source>
        <translation>矩阵，每个像素代表一组权重</translation>
    </message>
    <message>
        <source>Mean of the layer on show over each column: tall bars are inputs that matter. In a difference: how far apart both means lie.</source>
        <translation>所示图层在每一列上的均值：高条表示重要的输入。差值视图中：两个均值相差多少。</translation>
    </message>
    <message>
        <source>Mean of the layer on show over each row: long bars are outputs that matter. In a difference: how far apart both means lie.</source>
        <translation>所示图层在每一行上的均值：长条表示重要的输出。差值视图中：两个均值相差多少。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Measurements</name>
    <message>
        <source>Comparison with the original</source>
        <translation>与原模型比较</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1（之前）</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1（之后）</translation>
    </message>
    <message>
        <source>Perplexity before, other text</source>
        <translation>之前的困惑度，其他文本</translation>
    </message>
    <message>
        <source>Perplexity after, other text</source>
        <translation>之后的困惑度，其他文本</translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation>之前的困惑度</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation>之后的困惑度</translation>
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
        <translation>缩小模型(&amp;K) …</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
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
        <translation>模型的层和张量</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Histogram of the chosen tensor&apos;s weights</source>
        <translation>所选张量的权重直方图</translation>
    </message>
    <message>
        <source>Choose a tensor to see how its weights are spread.</source>
        <translation>选择一个张量，查看其权重的分布。</translation>
    </message>
    <message>
        <source>Counts are on a log scale, so that the few large weights show beside the many small ones.</source>
        <translation>计数采用对数刻度，使少数大权重也能与众多小权重一同显示。</translation>
    </message>
    <message numerus="yes">
        <source>every %n-th row of</source>
        <translation>
            <numerusform>每 %n 行取一行，取自</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 %2 weights · mean %3 · standard deviation %4 · largest %5</source>
        <translation>%1 %2 个权重 · 均值 %3 · 标准差 %4 · 最大 %5</translation>
    </message>
    <message>
        <source>The model&apos;s file is on the engine&apos;s computer: its weights can be seen on the Matrix page, once saliency has run.</source>
        <translation>模型文件在引擎所在的计算机上：计算显著性后，可在“矩阵”页查看其权重。</translation>
    </message>
    <message>
        <source>What is read otherwise than the files look, or left aside.</source>
        <translation>读取方式与文件外观不同的内容，或被略过的内容。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::NoSaliency</name>
    <message>
        <source>The saliency of %1 is on its way</source>
        <translation>%1 的显著性正在计算</translation>
    </message>
    <message>
        <source>No saliency of %1 yet</source>
        <translation>还没有 %1 的显著性</translation>
    </message>
    <message>
        <source>This page fills when the run is done. Its progress stands on the Saliency page and in the list of jobs.</source>
        <translation>运行完成后本页会显示内容。进度见“显著性”页和任务列表。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverlapModel</name>
    <message>
        <source>layer %1 %2</source>
        <translation>第 %1 层 %2</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>此次运行</translation>
    </message>
    <message>
        <source>other</source>
        <translation>另一次</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>随机情况</translation>
    </message>
    <message>
        <source>Weights that this run keeps.</source>
        <translation>此次运行保留的权重。</translation>
    </message>
    <message>
        <source>Weights that the other run keeps at the same share of all weights.</source>
        <translation>在全部权重中保留比例相同时，另一次运行保留的权重。</translation>
    </message>
    <message>
        <source>Weights that both keep.</source>
        <translation>两者都保留的权重。</translation>
    </message>
    <message>
        <source>Kept by both over kept by either: 1 for equal circuits, 0 for circuits without a common weight.</source>
        <translation>两者都保留的权重数除以至少一方保留的权重数：1 表示电路相同，0 表示电路没有共同的权重。</translation>
    </message>
    <message>
        <source>The Jaccard index if each kept as many weights here, but drawn at random.</source>
        <translation>若双方在此保留同样多的权重但随机抽取，所得的 Jaccard 指数。</translation>
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
        <translation>保留</translation>
    </message>
    <message>
        <source>Share of the weights that the present budget keeps in 16 bit.</source>
        <translation>当前预算以 16 位保留的权重比例。</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Attention heads as sub-columns</source>
        <translation>将注意力头显示为子列</translation>
    </message>
    <message>
        <source>Splits q, k, v and o into their attention heads (saliency and gradient; the sketch has no sums per row of ΔW).</source>
        <translation>将 q、k、v 和 o 按注意力头拆分（显著性和梯度；概要中没有 ΔW 的逐行总和）。</translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation>最强的在前</translation>
    </message>
    <message>
        <source>Layers with the highest mean first</source>
        <translation>均值最高的层在前</translation>
    </message>
    <message>
        <source>Sorts the layers by the mean of what is shown. Off: in the model&apos;s order.</source>
        <translation>按所示内容的均值对层排序。关闭时：按模型中的顺序。</translation>
    </message>
    <message>
        <source>share kept, log scale · double-click opens the matrix</source>
        <translation>保留比例，对数刻度 · 双击打开矩阵</translation>
    </message>
    <message>
        <source>mean |gradient|, log scale · double-click opens the matrix</source>
        <translation>平均 |梯度|，对数刻度 · 双击打开矩阵</translation>
    </message>
    <message>
        <source>rms of ΔW, log scale · double-click opens the matrix</source>
        <translation>ΔW 均方根，对数刻度 · 双击打开矩阵</translation>
    </message>
    <message>
        <source>mean saliency, log scale · double-click opens the matrix</source>
        <translation>平均显著性，对数刻度 · 双击打开矩阵</translation>
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
        <translation>保留比例：%1</translation>
    </message>
    <message>
        <source>head %1: %2</source>
        <translation>注意力头 %1：%2</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ParetoCard</name>
    <message>
        <source>Size against loss</source>
        <translation>大小与损失</translation>
    </message>
    <message>
        <source>Measured runs: bits per weight against mean loss. Arrows choose a run.</source>
        <translation>已测量的运行：每个权重的位数与平均损失。方向键选择运行。</translation>
    </message>
    <message>
        <source>size against loss</source>
        <translation>大小与损失</translation>
    </message>
    <message>
        <source>Nothing measured yet for this model and task. Each budget that you quantize and measure becomes a point here.</source>
        <translation>此模型和任务尚无测量结果。您量化并测量的每个预算都会成为这里的一个点。</translation>
    </message>
    <message>
        <source>Run %1: %2 · %3 bits · loss %4 ± %5</source>
        <translation>运行 %1：%2 · %3 位 · 损失 %4 ± %5</translation>
    </message>
    <message>
        <source>Click a point for its run. Line: the best for its size. Dashed: the original. Orange: the present budget.</source>
        <translation>单击一个点可查看其运行。实线：同等大小中最好的。虚线：原模型。橙色：当前预算。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ParetoView</name>
    <message>
        <source>bits per weight</source>
        <translation>每个权重的位数</translation>
    </message>
    <message>
        <source>nats per token</source>
        <translation>奈特/词元</translation>
    </message>
    <message>
        <source>Ring: the present budget, with the loss that measured runs predict. Dashed: the original.</source>
        <translation>圆环：当前预算，及由已测量的运行预测的损失。虚线：原模型。</translation>
    </message>
    <message>
        <source>Dotted: the size of the present budget. Dashed: the original.</source>
        <translation>点线：当前预算的大小。虚线：原模型。</translation>
    </message>
    <message>
        <source>loss %1 ± %2 (95 %)</source>
        <translation>损失 %1 ± %2 (95 %)</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>运行 %1：%2</translation>
    </message>
    <message>
        <source>%1 bits per weight, %2</source>
        <translation>每个权重 %1 位，%2</translation>
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
        <translation>任何通过输入和输出使用引擎协议的命令。此时模型路径是那台计算机上的路径；您查看的内容会从那里获取。</translation>
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
        <translation>进度显示在队列和下方的作业中。模型完成后会立即测量。</translation>
    </message>
    <message>
        <source>%1: %2 weights kept in 16 bit. Made in %3.</source>
        <translation>%1：%2 个权重以 16 位保留。用时 %3 生成。</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Puts this budget into the queue, behind what is being made.</source>
        <translation>将此预算加入队列，排在正在生成的模型之后。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizeQueueCard</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Nothing is being made. Quantize puts the present budget here; change it and press again for another model.</source>
        <translation>当前没有正在生成的模型。按“量化”可将当前预算加入此处；更改预算后再按一次可生成另一个模型。</translation>
    </message>
    <message>
        <source>Models to be made</source>
        <translation>待生成的模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops the chosen one; what is finished stays in the workspace.</source>
        <translation>停止所选项；已完成的内容保留在工作区中。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the chosen one off the list, stopping it where it still waits or runs.</source>
        <translation>从列表中移除所选项；若仍在等待或运行，则将其停止。</translation>
    </message>
    <message>
        <source>Goes on with the chosen one after its last finished layer or stage.</source>
        <translation>从所选项最后完成的层或阶段之后接着做。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizeQueueModel</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>rate and time left</source>
        <translation>速率与剩余时间</translation>
    </message>
    <message>
        <source>Models are made one after another, each measured before the next is made.</source>
        <translation>模型逐个生成，每个模型测量之后才生成下一个。</translation>
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
    <name>tacq::ui::RemotePath</name>
    <message>
        <source>Path of a model on the engine&apos;s computer</source>
        <translation>引擎所在计算机上的模型路径</translation>
    </message>
    <message>
        <source>The engine works on another computer: name a model folder or file as it is called there.</source>
        <translation>引擎在另一台计算机上工作：请填写模型文件夹或文件在那里的路径。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opens the model on the engine&apos;s computer.</source>
        <translation>打开引擎所在计算机上的模型。</translation>
    </message>
    <message>
        <source>On %1:</source>
        <translation>在 %1 上：</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RemoteWorkspace</name>
    <message>
        <source>Fetching the sketch</source>
        <translation>正在获取草图</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ResultsCard</name>
    <message>
        <source>Original and results</source>
        <translation>原模型与结果</translation>
    </message>
    <message>
        <source>Models made in this session</source>
        <translation>本次会话中生成的模型</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>其他文本</translation>
    </message>
    <message>
        <source>Other text to measure on</source>
        <translation>用于测量的其他文本</translation>
    </message>
    <message>
        <source>A text that the model is not made for: its perplexity shows what is lost elsewhere.</source>
        <translation>并非模型目标任务的文本：其困惑度显示在其他方面损失了什么。</translation>
    </message>
    <message>
        <source>What to measure again</source>
        <translation>要重新测量的内容</translation>
    </message>
    <message>
        <source>The figure to measure again for the chosen row.</source>
        <translation>要为所选行重新测量的指标。</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measures the chosen model again, on the same tokens.</source>
        <translation>用相同的词元重新测量所选模型。</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>KL and agreement</source>
        <translation>KL 与一致率</translation>
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
        <translation>等待中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>正在测量 …</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>It compares with the original, so the original has none.</source>
        <translation>此项是与原模型的比较，因此原模型没有该值。</translation>
    </message>
    <message>
        <source>On %1 tokens of %2.</source>
        <translation>基于 %2 的 %1 个词元。</translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation>即将得出。</translation>
    </message>
    <message>
        <source>Not measured. Choose the row and press Measure again.</source>
        <translation>未测量。请选择该行并按“重新测量”。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>perplexity ± SE</source>
        <translation>困惑度 ± 标准误</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunActions</name>
    <message>
        <source>Run %1 again: %2</source>
        <translation>再次运行 %1：%2</translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation>打开运行 %1</translation>
    </message>
    <message>
        <source>Report of run %1</source>
        <translation>运行 %1 的报告</translation>
    </message>
    <message>
        <source>Name of run %1</source>
        <translation>运行 %1 的名称</translation>
    </message>
    <message>
        <source>name of run %1</source>
        <translation>运行 %1 的名称</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n run(s)</source>
        <translation>
            <numerusform>忘记 %n 个运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDetailCard</name>
    <message>
        <source>The chosen run</source>
        <translation>所选运行</translation>
    </message>
    <message>
        <source>Command of the run</source>
        <translation>运行的命令</translation>
    </message>
    <message>
        <source>What one would type to do this run again.</source>
        <translation>再次执行此运行所需输入的内容。</translation>
    </message>
    <message>
        <source>Why the run failed</source>
        <translation>运行失败的原因</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>复制错误</translation>
    </message>
    <message>
        <source>Copies what went wrong, for a bug report.</source>
        <translation>复制出错信息，用于错误报告。</translation>
    </message>
    <message>
        <source>Failed:</source>
        <translation>失败：</translation>
    </message>
    <message>
        <source>Options of the run</source>
        <translation>运行的选项</translation>
    </message>
    <message>
        <source>Metrics of the run</source>
        <translation>运行的指标</translation>
    </message>
    <message>
        <source>Stages, artifacts and files of the run</source>
        <translation>运行的阶段、产物和文件</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>What you call this run; it stands in the list and in comparisons.</source>
        <translation>您给此运行起的名称；会显示在列表和比较中。</translation>
    </message>
    <message>
        <source>Tags of the run</source>
        <translation>运行的标签</translation>
    </message>
    <message>
        <source>Tags, between commas</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Words to find it by: #paper in the search shows the runs with this tag.</source>
        <translation>用于查找的词：在搜索中输入 #论文 即显示带此标签的运行。</translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation>运行的备注</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What is to be remembered of this run. It is kept when you go elsewhere, and can be taken back with Undo.</source>
        <translation>关于此运行需要记住的内容。离开时自动保存，可用“撤销”取消。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffCard</name>
    <message>
        <source>How the chosen runs differ</source>
        <translation>所选运行的差异</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Leaves out the rows in which all chosen runs say the same.</source>
        <translation>略去所选运行内容全部相同的行。</translation>
    </message>
    <message>
        <source>Options and metrics of the chosen runs</source>
        <translation>所选运行的选项和指标</translation>
    </message>
    <message>
        <source>differences of runs</source>
        <translation>运行的差异</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) differ</source>
        <translation>
            <numerusform>%n 行不同</numerusform>
        </translation>
    </message>
    <message>
        <source>★ best</source>
        <translation>★ 最佳</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>★ %1</source>
        <translation>★ %1</translation>
    </message>
    <message>
        <source>%1, the best of the chosen runs</source>
        <translation>%1，所选运行中的最佳值</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <translation>#%1 %2</translation>
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
        <translation>量化</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation>评测</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on %1</source>
        <translation>%1 上的 exp(平均负对数似然)</translation>
    </message>
    <message>
        <source>what</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>task or text</source>
        <translation>任务或文本</translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation>位 / 权重</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Number of the run in this workspace.</source>
        <translation>此运行在工作区中的编号。</translation>
    </message>
    <message>
        <source>The command that was run.</source>
        <translation>所运行的命令。</translation>
    </message>
    <message>
        <source>The model it was run on.</source>
        <translation>运行所针对的模型。</translation>
    </message>
    <message>
        <source>Where the text came from: a task, or a file.</source>
        <translation>文本的来源：任务或文件。</translation>
    </message>
    <message>
        <source>Bits per quantizable weight, scales and kept weights included; for a saliency the width simulated.</source>
        <translation>每个可量化权重的位数，含缩放系数和保留的权重；对显著性则为所模拟的位宽。</translation>
    </message>
    <message>
        <source>Weights kept in 16 bit.</source>
        <translation>以 16 位保留的权重。</translation>
    </message>
    <message>
        <source>Bytes of all tensors of the model made.</source>
        <translation>所生成模型全部张量的字节数。</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood), on the text named when pointed at. Lower is better.</source>
        <translation>exp(平均负对数似然)，所用文本在指向时显示。越低越好。</translation>
    </message>
    <message>
        <source>done, failed, cancelled, running, or interrupted: its process ended.</source>
        <translation>已完成、失败、已取消、运行中，或已中断（其进程已结束）。</translation>
    </message>
    <message>
        <source>When it began, local time.</source>
        <translation>开始时间（本地时间）。</translation>
    </message>
    <message>
        <source>Seconds from beginning to end.</source>
        <translation>从开始到结束的秒数。</translation>
    </message>
    <message>
        <source>other score</source>
        <translation>其他评分</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>quantization</source>
        <translation>量化方式</translation>
    </message>
    <message>
        <source>What you call it, and its tags.</source>
        <translation>您给它起的名称和标签。</translation>
    </message>
    <message>
        <source>How the model was quantized, whatever the task, the text and the seed.</source>
        <translation>模型的量化方式，与任务、文本和随机种子无关。</translation>
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
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 条运行记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 / %n 条运行记录</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>存放报告的文件夹</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>✓ Report of run %1: %2</source>
        <translation>✓ 运行 %1 的报告：%2</translation>
    </message>
    <message>
        <source>Hold Ctrl or Shift to choose several runs.</source>
        <translation>按住 Ctrl 或 Shift 可选择多个运行。</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>搜索运行记录</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Takes over the run&apos;s task and budget and opens its saliency; a quantized model becomes a result. Only where the model still is.</source>
        <translation>采用该运行的任务和预算，并打开其显著性；量化后的模型会成为一项结果。仅当模型仍在原处时可用。</translation>
    </message>
    <message>
        <source>Compare circuits</source>
        <translation>比较电路</translation>
    </message>
    <message>
        <source>Choose two saliency or quantize runs of one model: where their kept weights agree and differ.</source>
        <translation>选择同一模型的两个显著性或量化运行：查看它们保留的权重有何异同。</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Does the run again with the same options; what is in the workspace is used.</source>
        <translation>以相同的选项再次运行；会利用工作区中已有的内容。</translation>
    </message>
    <message>
        <source>Copies what one would type to do the chosen runs again.</source>
        <translation>复制再次执行所选运行所需输入的内容。</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告 …</translation>
    </message>
    <message>
        <source>Saves a page about each chosen run: card, ledger, maps, metrics, recipe, hashes. It opens anywhere, without a network.</source>
        <translation>为每个所选运行保存一个页面：卡片、账目、图、指标、配方、哈希值。可在任何地方打开，无需网络。</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Shows the report in the program for web pages.</source>
        <translation>在浏览网页的程序中显示报告。</translation>
    </message>
    <message>
        <source>Choose a run to look into it; choose several to lay them side by side.</source>
        <translation>选择一个运行可查看详情；选择多个可并排比较。</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n run(s), with all that they measured? Models that they wrote stay; a clean-up of the workspace can then free the rest.</source>
        <translation>
            <numerusform>忘记 %n 个运行及其全部测量结果？它们写出的模型会保留；之后清理工作区可释放其余空间。</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by quantization</source>
        <translation>按量化方式分组</translation>
    </message>
    <message>
        <source>Puts runs of one width, share kept, grouping and score together, whatever their task, text and seed.</source>
        <translation>把位宽、保留比例、分组和评分相同的运行放在一起，不论任务、文本和随机种子。</translation>
    </message>
    <message>
        <source>Clean up …</source>
        <translation>清理…</translation>
    </message>
    <message>
        <source>How large the workspace is, and what of it no run needs any more. Asks before anything goes.</source>
        <translation>工作区有多大，其中哪些内容不再被任何运行需要。删除前会先询问。</translation>
    </message>
    <message>
        <source>Shows the runs whose name, tags, note, command, model, task or state holds every word.</source>
        <translation>显示名称、标签、备注、命令、模型、任务或状态中含有所有词的运行。</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>忘记…</translation>
    </message>
    <message>
        <source>Takes the chosen runs out of the list, with all that they measured (Del). Asks first.</source>
        <translation>把所选运行连同其测量结果从列表中移除（Del）。会先询问。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Nothing is forgotten.</source>
        <translation>不忘记任何内容。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Takes them out of the list for good. What they wrote stays where it is.</source>
        <translation>永久从列表中移除。它们写出的文件保留在原处。</translation>
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
    <message>
        <source>Press Run saliency: it starts when the job under way is done.</source>
        <translation>按“计算显著性”：正在进行的任务完成后就会开始。</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>Runs with the model, the task and the grid that are chosen now. What is computed already is used again.</source>
        <translation>使用当前所选的模型、任务和网格运行。已经算好的结果会被重复使用。</translation>
    </message>
    <message>
        <source>Sends the job again.</source>
        <translation>重新发送该任务。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SettingsCard</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>预设 %1</translation>
    </message>
    <message>
        <source>Your own settings. A preset is a starting point; Undo brings yours back.</source>
        <translation>您自己的设置。预设只是起点；“撤销”可恢复您的设置。</translation>
    </message>
    <message>
        <source>What chooses the kept weights</source>
        <translation>由什么选择保留的权重</translation>
    </message>
    <message>
        <source>TaCQ&apos;s score, or another to compare with: same grid, same size, only the choice of weights differs. The last two keep none.</source>
        <translation>TaCQ 的评分，或用于比较的其他评分：网格和大小相同，只是选择的权重不同。最后两项不保留权重。</translation>
    </message>
    <message>
        <source>nothing kept: %1</source>
        <translation>不保留：%1</translation>
    </message>
    <message>
        <source>Weights kept by</source>
        <translation>保留权重的依据</translation>
    </message>
    <message>
        <source>By %1, to compare with: as many weights, but others. Maps and counts of single matrices stay those of TaCQ&apos;s score.</source>
        <translation>按 %1，用于比较：权重数量相同，但不是同一批。单个矩阵的图和计数仍按 TaCQ 的评分。</translation>
    </message>
    <message>
        <source>Keeps no weights: the share above is not used.</source>
        <translation>不保留权重：上面的比例不起作用。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerPage</name>
    <message>
        <source>None open yet</source>
        <translation>尚未打开</translation>
    </message>
    <message>
        <source>%1 · %2 weights</source>
        <translation>%1 · %2 个权重</translation>
    </message>
    <message>
        <source>or drop one on this window</source>
        <translation>或将模型拖放到此窗口</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1. A built-in collection of text for this purpose. Licence: %2.</source>
        <translation>%1。适合此用途的内置文本集。许可证：%2。</translation>
    </message>
    <message>
        <source>My own examples …</source>
        <translation>我自己的示例 …</translation>
    </message>
    <message>
        <source>Paste text of your own, or choose a file. It stays on this computer.</source>
        <translation>粘贴您自己的文本，或选择文件。文本只留在本机。</translation>
    </message>
    <message>
        <source>Sizes to choose from</source>
        <translation>可选的大小</translation>
    </message>
    <message>
        <source>your examples</source>
        <translation>您的示例</translation>
    </message>
    <message>
        <source>First open a model.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>This model was already made smaller here. Open the original instead.</source>
        <translation>此模型已在这里缩小过。请改为打开原模型。</translation>
    </message>
    <message numerus="yes">
        <source>Paste some examples, or choose a file: %n character(s) at least.</source>
        <translation>
            <numerusform>请粘贴一些示例，或选择文件：至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where the smaller model shall lie.</source>
        <translation>请指定更小的模型存放在哪里。</translation>
    </message>
    <message>
        <source>It is being made.</source>
        <translation>正在生成。</translation>
    </message>
    <message>
        <source>One moment: this machine is being measured.</source>
        <translation>请稍候：正在测量本机。</translation>
    </message>
    <message>
        <source>Something else is running; wait until it is done.</source>
        <translation>正在运行其他内容；请等待其完成。</translation>
    </message>
    <message>
        <source>Uses %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Measuring this machine</source>
        <translation>正在测量本机</translation>
    </message>
    <message>
        <source>Open your examples</source>
        <translation>打开您的示例</translation>
    </message>
    <message>
        <source>Text and tables (*.txt *.jsonl *.csv)</source>
        <translation>文本和表格 (*.txt *.jsonl *.csv)</translation>
    </message>
    <message>
        <source>1  Which model?</source>
        <translation>1  哪个模型？</translation>
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
        <source>Use the sample</source>
        <translation>使用示例</translation>
    </message>
    <message>
        <source>A tiny real model that writes children&apos;s stories: good for a first try, every step takes seconds.</source>
        <translation>一个很小的真实模型，会写儿童故事：适合初次尝试，每一步只需数秒。</translation>
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
        <source>2  What do you use it for?</source>
        <translation>2  您用它做什么？</translation>
    </message>
    <message>
        <source>What it is used for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Your own examples</source>
        <translation>您自己的示例</translation>
    </message>
    <message>
        <source>Text like the one the model shall read and write. A few pages are good; it stays on this computer.</source>
        <translation>与模型将要读写的内容相似的文本。几页即可；文本只留在本机。</translation>
    </message>
    <message>
        <source>Paste text like the one the model shall read and write: a few pages are good. It stays on this computer.</source>
        <translation>粘贴与模型将要读写的内容相似的文本：几页即可。文本只留在本机。</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件 …</translation>
    </message>
    <message>
        <source>Plain text (.txt), or one example a line (.jsonl, .csv).</source>
        <translation>纯文本 (.txt)，或每行一个示例 (.jsonl、.csv)。</translation>
    </message>
    <message>
        <source>3  Where will it run?</source>
        <translation>3  它将在哪里运行？</translation>
    </message>
    <message>
        <source>Where it will run</source>
        <translation>运行位置</translation>
    </message>
    <message>
        <source>On this computer, in this program</source>
        <translation>在本机上，用本程序</translation>
    </message>
    <message>
        <source>In a program that loads Hugging Face folders</source>
        <translation>在加载 Hugging Face 文件夹的程序中</translation>
    </message>
    <message>
        <source>Size at most, in MB</source>
        <translation>大小上限（MB）</translation>
    </message>
    <message>
        <source>The weights&apos; files together take at most this much. 1 MB is a million bytes.</source>
        <translation>权重文件合计不超过此大小。1 MB 为一百万字节。</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>How long may it take?</source>
        <translation>可以花多长时间？</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>More time means more text is read, which makes the choice of weights steadier.</source>
        <translation>时间越多，读取的文本越多，权重的选择也就越稳定。</translation>
    </message>
    <message>
        <source>About a minute</source>
        <translation>约一分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>Half an hour</source>
        <translation>半小时</translation>
    </message>
    <message>
        <source>What you will get</source>
        <translation>您将得到什么</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>All weight files together, known to the byte before anything is done.</source>
        <translation>全部权重文件的总大小，开始之前即可精确到字节。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Fewer bits make weights coarser; the few that your purpose needs most stay as they are.</source>
        <translation>位数越少，权重越粗略；您的用途最需要的少数权重保持不变。</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>How much text is read to find out which weights matter: as much as fits in your time. A token is a piece of a word.</source>
        <translation>为找出重要的权重而读取多少文本：以您给定的时间内能读完的为限。词元是单词的一个片段。</translation>
    </message>
    <message>
        <source>The arithmetic to be done, divided by the speed this machine was measured at.</source>
        <translation>所需的计算量，除以测得的本机速度。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>What the work needs at its peak, at least.</source>
        <translation>工作峰值时至少需要的内存。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Perplexity on text for this purpose: lower is better. Only measuring tells.</source>
        <translation>在适合此用途的文本上的困惑度：越低越好。只有测量才能知道。</translation>
    </message>
    <message>
        <source>Folder of the smaller model</source>
        <translation>更小模型的文件夹</translation>
    </message>
    <message>
        <source>This folder is made. It must not be there yet.</source>
        <translation>将创建此文件夹。它不得已经存在。</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation>缩小模型</translation>
    </message>
    <message>
        <source>Finds the weights that matter, makes the smaller model, measures both and writes the folder.</source>
        <translation>找出重要的权重，生成更小的模型，测量两者并写出文件夹。</translation>
    </message>
    <message>
        <source>Measure this machine (5 s)</source>
        <translation>测量本机（5 秒）</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>正在工作</translation>
    </message>
    <message>
        <source>Progress of everything</source>
        <translation>总进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops. What is finished is kept.</source>
        <translation>停止。已完成的内容会保留。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on from the last finished step.</source>
        <translation>从最后完成的步骤继续。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Show me what you did</source>
        <translation>显示做了什么</translation>
    </message>
    <message>
        <source>Opens the pages for experts on this very run, with the same settings.</source>
        <translation>以相同的设置，在专家页面中打开这次运行。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Shows the new folder in the file manager.</source>
        <translation>在文件管理器中显示新文件夹。</translation>
    </message>
    <message>
        <source>This may need more memory than is free: close other programs first.</source>
        <translation>所需内存可能超过可用内存：请先关闭其他程序。</translation>
    </message>
    <message>
        <source>Even the least text takes longer than you allow on this machine.</source>
        <translation>在本机上，即使只读最少的文本，也会超出您允许的时间。</translation>
    </message>
    <message>
        <source>Programs that load Hugging Face folders need 16 bits for every weight: their folder takes about %1. The small model is written beside it.</source>
        <translation>加载 Hugging Face 文件夹的程序要求每个权重为 16 位：其文件夹约占 %1。小模型会写在它旁边。</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>measuring this machine …</source>
        <translation>正在测量本机 …</translation>
    </message>
    <message>
        <source>%1, a guess: this machine was not measured</source>
        <translation>%1，仅为估计：尚未测量本机</translation>
    </message>
    <message>
        <source>%1 of %2 that are free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 (on %2)</source>
        <translation>%1（在 %2 上）</translation>
    </message>
    <message>
        <source>Something else lies there already: choose another name.</source>
        <translation>那里已有其他内容：请换一个名称。</translation>
    </message>
    <message>
        <source>Nothing can be written to that place: choose another one.</source>
        <translation>该位置无法写入：请另选一处。</translation>
    </message>
    <message>
        <source>Where to put it</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Lets the smaller model write, beside the original.</source>
        <translation>让变小的模型与原模型并排写作。</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>路径已复制</translation>
    </message>
    <message>
        <source>Use pasted text</source>
        <translation>使用粘贴的文本</translation>
    </message>
    <message>
        <source>Lets go of the file: the text above counts again.</source>
        <translation>不再使用该文件：改用上面的文本。</translation>
    </message>
    <message>
        <source>make it smaller</source>
        <translation>缩小模型</translation>
    </message>
    <message>
        <source>How fast this machine multiplies, so that the time above is right. Done once by itself; again when you press this.</source>
        <translation>本机做乘法的速度，使上面的时间准确。自动测一次；按此按钮可再测。</translation>
    </message>
    <message>
        <source>Measure again (5 s)</source>
        <translation>重新测量（5 秒）</translation>
    </message>
    <message>
        <source>transformers, vLLM and others need 16 bits for every weight: their folder takes about %1, however small the packed model is.</source>
        <translation>transformers、vLLM 等程序每个权重需要 16 位：其文件夹约占 %1，与打包模型多小无关。</translation>
    </message>
    <message>
        <source>transformers, vLLM and others need 16 bits for every weight, however small the packed model is.</source>
        <translation>transformers、vLLM 等程序每个权重需要 16 位，与打包模型多小无关。</translation>
    </message>
    <message>
        <source>A folder as small as the forecast says, which this program and its command line load.</source>
        <translation>大小如预测所示的文件夹，本程序及其命令行可以加载。</translation>
    </message>
    <message>
        <source>The model is not larger than that already: choose a smaller size.</source>
        <translation>模型现在就不比这更大：请选择更小的大小。</translation>
    </message>
    <message>
        <source>show what was made smaller</source>
        <translation>显示所做的缩小</translation>
    </message>
    <message>
        <source>4  How small?</source>
        <translation>4  多小？</translation>
    </message>
    <message>
        <source>both begin</source>
        <translation>共同开头</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>较小模型</translation>
    </message>
    <message>
        <source>(ended at once)</source>
        <translation>（立即结束）</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerRun</name>
    <message>
        <source>Finding the weights that matter for %1</source>
        <translation>正在找出对 %1 重要的权重</translation>
    </message>
    <message>
        <source>Making the smaller model</source>
        <translation>正在生成更小的模型</translation>
    </message>
    <message>
        <source>Measuring the original</source>
        <translation>正在测量原模型</translation>
    </message>
    <message>
        <source>Measuring the smaller model</source>
        <translation>正在测量更小的模型</translation>
    </message>
    <message>
        <source>Writing the folder</source>
        <translation>正在写入文件夹</translation>
    </message>
    <message>
        <source>make it smaller</source>
        <translation>缩小模型</translation>
    </message>
    <message>
        <source>Make it smaller: %1</source>
        <translation>缩小模型：%1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
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
        <source>Letting both write</source>
        <translation>让两个模型都写</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>第 %1 个回答，共 %2 个</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>Beginnings to write on from</source>
        <translation>供续写的开头</translation>
    </message>
    <message>
        <source>The original writes</source>
        <translation>原模型在写</translation>
    </message>
    <message>
        <source>The smaller model writes</source>
        <translation>较小模型在写</translation>
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
        <translation>缩小模型</translation>
    </message>
    <message>
        <source>Make it smaller …</source>
        <translation>缩小模型 …</translation>
    </message>
    <message>
        <source>Three questions; what you will get is shown before anything is done.</source>
        <translation>三个问题；开始之前就会显示您将得到什么。</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>For the curious and for experts: open a model, see which weights a task needs, down to a single one, and set every detail yourself.</source>
        <translation>适合好奇者和专家：打开模型，查看任务需要哪些权重（精确到单个权重），并自行设定每个细节。</translation>
    </message>
    <message>
        <source>Learn by doing</source>
        <translation>边做边学</translation>
    </message>
    <message>
        <source>Short tours on the sample, step by step: why two bits hurt, and how two tasks differ.</source>
        <translation>在示例上逐步进行的简短导览：为什么两位会有损失，以及两个任务有何不同。</translation>
    </message>
    <message>
        <source>Lessons …</source>
        <translation>课程 …</translation>
    </message>
    <message>
        <source>The list of lessons.</source>
        <translation>课程列表。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>%1 · %2 weights · %3</source>
        <translation>%1 · %2 个权重 · %3</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>从列表中移除 %1</translation>
    </message>
    <message>
        <source>Takes the entry off this list; no file is touched.</source>
        <translation>从此列表中移除该条目；不会改动任何文件。</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>A workspace is a folder that keeps runs and what was computed, so that nothing is computed twice.</source>
        <translation>工作区是保存运行记录和计算结果的文件夹，避免重复计算。</translation>
    </message>
    <message>
        <source>in use · %1</source>
        <translation>使用中 · %1</translation>
    </message>
    <message>
        <source>For everyone: answer four questions, press one button, and get a model that needs less room and is measured on what you use it for.</source>
        <translation>适合所有人：回答四个问题，按一个按钮，得到一个占用更小、并按您的用途测量过的模型。</translation>
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
        <translation>查看多少内容</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many pieces of text the gradients are taken on. More is steadier and slower.</source>
        <translation>在多少段文本上计算梯度。越多越稳定，也越慢。</translation>
    </message>
    <message>
        <source>Tokens per sample</source>
        <translation>每个样本的词元数</translation>
    </message>
    <message>
        <source>Length of a sample in tokens; never more than the model&apos;s context.</source>
        <translation>样本长度（以词元计）；绝不超过模型的上下文。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Which samples are drawn: another seed draws others, the same seed the same ones on every computer.</source>
        <translation>抽取哪些样本：换一个种子会抽取不同的样本，同一种子在每台计算机上抽取相同的样本。</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>tokens per sample</source>
        <translation>每个样本的词元数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Samples are</source>
        <translation>样本为</translation>
    </message>
    <message>
        <source>as fits the text</source>
        <translation>按文本自动选择</translation>
    </message>
    <message>
        <source>random windows</source>
        <translation>随机窗口</translation>
    </message>
    <message>
        <source>one example each</source>
        <translation>每个示例一个</translation>
    </message>
    <message>
        <source>joined, cut in order</source>
        <translation>连接后依次切分</translation>
    </message>
    <message>
        <source>How texts become samples: random pieces of one long text, one example each, or all examples joined and cut from the start.</source>
        <translation>文本如何成为样本：从一篇长文本中随机取片段、每个示例一个样本，或将所有示例连接起来从头切分。</translation>
    </message>
    <message>
        <source>how samples are cut</source>
        <translation>样本的切分方式</translation>
    </message>
    <message>
        <source>Loss on</source>
        <translation>损失取自</translation>
    </message>
    <message>
        <source>all tokens</source>
        <translation>所有词元</translation>
    </message>
    <message>
        <source>Every token has to be guessed: the question as well as the answer.</source>
        <translation>每个词元都要猜测：问题和答案都包括在内。</translation>
    </message>
    <message>
        <source>the answer only</source>
        <translation>仅答案</translation>
    </message>
    <message>
        <source>Only the answer has to be guessed; the question is read. Needs examples with an answer.</source>
        <translation>只需猜测答案；问题仅供读取。需要带有答案的示例。</translation>
    </message>
    <message>
        <source>Which tokens the model is asked to guess. The circuit is what these guesses depend on.</source>
        <translation>要求模型猜测哪些词元。电路就是这些猜测所依赖的部分。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>up to %1 tokens in all</source>
        <translation>总共最多 %1 个词元</translation>
    </message>
    <message numerus="yes">
        <source>The text gives %n sample(s) of the %1 asked for, %2 tokens in all.</source>
        <translation>
            <numerusform>文本给出 %n 个样本（要求 %1 个），共 %2 个词元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), %1 tokens in all</source>
        <translation>
            <numerusform>%n 个样本，共 %1 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Random pieces of the whole text, each as long as asked for.</source>
        <translation>整个文本的随机片段，每段长度如所要求。</translation>
    </message>
    <message>
        <source>Whole examples, one each, until samples × tokens are used up: long examples give fewer samples.</source>
        <translation>整条例子，每个样本一条，直到用完“样本 × 词元”：例子长则样本少。</translation>
    </message>
    <message>
        <source>All examples in one, cut from the start into pieces of this length: a small set gives few.</source>
        <translation>所有例子连在一起，从头切成此长度的片段：例子少则片段少。</translation>
    </message>
    <message>
        <source>A long text gives random pieces of this length; a set gives whole examples until samples × tokens are used up, so that long examples give fewer samples.</source>
        <translation>长文本给出此长度的随机片段；例子集给出整条例子，直到用完“样本 × 词元”，因此例子长则样本少。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskListModel</name>
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
        <translation>您自己的文件</translation>
    </message>
    <message>
        <source>Greyed because its text is not on this machine. It needs, in the folder that TACQ_DATA names when the window is started: %1</source>
        <translation>显示为灰色，因为其文本不在本机上。启动窗口时 TACQ_DATA 指定的文件夹中需要有：%1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskMixCard</name>
    <message>
        <source>Mixed with general text</source>
        <translation>与通用文本混合</translation>
    </message>
    <message>
        <source>General text</source>
        <translation>通用文本</translation>
    </message>
    <message>
        <source>A second text whose samples are mixed in: the weights it needs are kept too, so that the smaller model stays good at more than the task.</source>
        <translation>混入其样本的第二种文本：它所需的权重也会保留，使更小的模型不只擅长该任务。</translation>
    </message>
    <message>
        <source>Share of the task, percent</source>
        <translation>任务的比例（百分比）</translation>
    </message>
    <message>
        <source>Percent of the samples that are the task&apos;s; the rest are general text.</source>
        <translation>任务样本所占的百分比；其余为通用文本。</translation>
    </message>
    <message>
        <source>general text</source>
        <translation>通用文本</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>All samples are the task&apos;s.</source>
        <translation>所有样本都来自任务。</translation>
    </message>
    <message>
        <source>%1 % %2, %3 % %4: about %5 of %6 samples are the task&apos;s.</source>
        <translation>%1 % %2，%3 % %4：%6 个样本中约 %5 个来自任务。</translation>
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
        <translation>或拖放到此处</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Greyed because their texts are not on this machine: %1.</source>
        <translation>显示为灰色，因为其文本不在本机上：%1。</translation>
    </message>
    <message>
        <source>Put these files into one folder, and name it in TACQ_DATA before you start the window:</source>
        <translation>把这些文件放入一个文件夹，并在启动窗口前用 TACQ_DATA 指定它：</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskPreviewCard</name>
    <message>
        <source>What the model is shown</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>for finding the circuit</source>
        <translation>用于找出电路</translation>
    </message>
    <message>
        <source>The calibration text: gradients and the simulated quantization are taken on it.</source>
        <translation>校准文本：在其上计算梯度和模拟量化。</translation>
    </message>
    <message>
        <source>for measuring</source>
        <translation>用于测量</translation>
    </message>
    <message>
        <source>The evaluation text: perplexity is measured on it, and nothing else is done with it.</source>
        <translation>评测文本：在其上测量困惑度，除此之外不作他用。</translation>
    </message>
    <message>
        <source>Of all samples, not only of those below. The loss is the mean surprise at the tokens that carry it.</source>
        <translation>针对所有样本，而不仅是下面显示的样本。损失是在承担损失的词元上的平均意外程度。</translation>
    </message>
    <message>
        <source>Preview of the task&apos;s text</source>
        <translation>任务文本的预览</translation>
    </message>
    <message>
        <source>Open a model to see the text as the model sees it.</source>
        <translation>打开模型后，可按模型所见查看文本。</translation>
    </message>
    <message>
        <source>carries the loss</source>
        <translation>承担损失</translation>
    </message>
    <message>
        <source>The model has to guess these tokens from what stands before them; the circuit is what these guesses depend on.</source>
        <translation>模型须根据前面的内容猜测这些词元；电路就是这些猜测所依赖的部分。</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>仅读取</translation>
    </message>
    <message>
        <source>The model reads these tokens but is not asked to guess them.</source>
        <translation>模型会读取这些词元，但不要求猜测。</translation>
    </message>
    <message>
        <source>point at a token to see its id</source>
        <translation>指向词元可查看其编号</translation>
    </message>
    <message>
        <source>Loading the preview …</source>
        <translation>正在加载预览 …</translation>
    </message>
    <message>
        <source>This task gives no samples.</source>
        <translation>此任务没有给出样本。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation>
            <numerusform>前 %n 个样本，按模型所见显示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorErrorCard</name>
    <message>
        <source>Error by matrix</source>
        <translation>各矩阵的误差</translation>
    </message>
    <message>
        <source>Squared error of each matrix, layer by module</source>
        <translation>每个矩阵的平方误差，层 × 模块</translation>
    </message>
    <message>
        <source>error by matrix</source>
        <translation>各矩阵的误差</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n matrices</source>
        <translation>
            <numerusform>%1 / %n 个矩阵</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing made yet. While a model is made, each matrix shows here as it is done.</source>
        <translation>尚未生成。生成模型时，每完成一个矩阵就会显示在此处。</translation>
    </message>
    <message>
        <source>Σ(W − Ŵ)² over that of the simulated pass: purple where it is smaller, orange where it is larger.</source>
        <translation>Σ(W − Ŵ)² 与模拟量化的该值之比：较小处为紫色，较大处为橙色。</translation>
    </message>
    <message>
        <source>Σ(W − Ŵ)², logarithmic. The simulated pass of these settings is not open, so there is nothing to compare with.</source>
        <translation>Σ(W − Ŵ)²，对数刻度。这些设置的模拟量化未打开，因此没有可比较的对象。</translation>
    </message>
    <message>
        <source>Squared error over the simulated pass&apos;s: 1 in the middle.</source>
        <translation>平方误差与模拟量化的平方误差之比：中间为 1。</translation>
    </message>
    <message>
        <source>Sum of squared differences between the weights and what is written.</source>
        <translation>权重与写入值之差的平方和。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorTreeModel</name>
    <message>
        <source>around the layers</source>
        <translation>层以外</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TintLegend</name>
    <message>
        <source>Colours of the KL divergence, in nats</source>
        <translation>KL 散度的颜色，单位为奈特</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1 nats</source>
        <translation>≥ %1 奈特</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TokenView</name>
    <message>
        <source>— sample %1: %2 tokens, %3 carry the loss —</source>
        <translation>— 样本 %1：%2 个词元，%3 个承担损失 —</translation>
    </message>
    <message>
        <source>token %1, id %2: its prediction is in the loss</source>
        <translation>词元 %1，编号 %2：对它的预测计入损失</translation>
    </message>
    <message>
        <source>token %1, id %2: only read, not in the loss</source>
        <translation>词元 %1，编号 %2：仅读取，不计入损失</translation>
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
        <source>16 bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Whether the present budget keeps this weight in 16 bit.</source>
        <translation>当前预算是否以 16 位保留此权重。</translation>
    </message>
    <message>
        <source>%1: weights with the highest values are kept.</source>
        <translation>%1：数值最高的权重被保留。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WeightGridView</name>
    <message>
        <source>No weight is chosen.</source>
        <translation>未选择权重。</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) from %1 to %2; the weight %3 moves to %4.</source>
        <translation>
            <numerusform>%n 个级别，从 %1 到 %2；权重 %3 移到 %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a weight in the matrix.</source>
        <translation>请指向矩阵中的一个权重。</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Ŵ</source>
        <translation>Ŵ</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WeightPanel</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Which output of the matrix this weight belongs to.</source>
        <translation>此权重属于矩阵的哪个输出。</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which input of the matrix this weight belongs to.</source>
        <translation>此权重属于矩阵的哪个输入。</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>The weight before quantization.</source>
        <translation>量化前的权重。</translation>
    </message>
    <message>
        <source>Ŵ</source>
        <translation>Ŵ</translation>
    </message>
    <message>
        <source>What the simulated quantization made of it: W − ΔW.</source>
        <translation>模拟量化后的值：W − ΔW。</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|梯度|</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.</source>
        <translation>任务损失对此权重的反应强度，按样本求和：Σ |∂L/∂W|。</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>What quantization alone would change: weight minus quantized weight.</source>
        <translation>仅量化本身带来的变化：权重减去量化后的权重。</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: weights with the highest values are kept.</source>
        <translation>|梯度 · ΔW · W|：值最高的权重会被保留。</translation>
    </message>
    <message>
        <source>kept?</source>
        <translation>保留？</translation>
    </message>
    <message>
        <source>Whether the present budget keeps this weight in 16 bit.</source>
        <translation>当前预算是否以 16 位保留此权重。</translation>
    </message>
    <message>
        <source>Strongest weights</source>
        <translation>最强的权重</translation>
    </message>
    <message>
        <source>The weights of this matrix with the highest saliency. Click one to see where it sits; click a weight in the matrix to find it here.</source>
        <translation>此矩阵中显著性最高的权重。单击其中一个可查看其位置；单击矩阵中的权重可在此处找到它。</translation>
    </message>
    <message>
        <source>Strongest weights of the chosen matrix</source>
        <translation>所选矩阵中最强的权重</translation>
    </message>
    <message>
        <source>strongest weights</source>
        <translation>最强的权重</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>kept, 16 bit</source>
        <translation>保留，16 位</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>已量化</translation>
    </message>
    <message>
        <source>|gradient| per sample</source>
        <translation>每样本 |梯度|</translation>
    </message>
    <message>
        <source>saliency per sample</source>
        <translation>每样本显著性</translation>
    </message>
    <message>
        <source>Width of the grid that is drawn</source>
        <translation>所绘网格的位宽</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>The values that the weight could take with %1 bits.</source>
        <translation>该权重在 %1 位时可取的值。</translation>
    </message>
    <message>
        <source>The weight on its grid</source>
        <translation>权重在其网格上的位置</translation>
    </message>
    <message>
        <source>Each stroke is a value that weights of this group can take. W moves to Ŵ; the way between is ΔW, and what |gradient| says of it is how much that matters.</source>
        <translation>每条短线是该组权重可取的一个值。W 移到 Ŵ；两者之差为 ΔW，|梯度| 说明它有多重要。</translation>
    </message>
    <message>
        <source>On its grid</source>
        <translation>在其网格上</translation>
    </message>
    <message>
        <source>a weight on its grid</source>
        <translation>权重在其网格上的位置</translation>
    </message>
    <message>
        <source>As this run simulated it: GPTQ also lets a weight make up for the errors of others, so the nearest value is not always taken.</source>
        <translation>按此运行的模拟：GPTQ 还让权重补偿其他权重的误差，因此并不总取最近的值。</translation>
    </message>
    <message>
        <source>Plain rounding with %1 bits: ΔW would be %2.</source>
        <translation>用 %1 位简单舍入：ΔW 为 %2。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthMapView</name>
    <message>
        <source>Click to paint the whole layer.</source>
        <translation>单击可涂整层。</translation>
    </message>
    <message>
        <source>Click to paint this module in every layer.</source>
        <translation>单击可在每一层中涂此模块。</translation>
    </message>
    <message>
        <source>%1 bit, painted</source>
        <translation>%1 位，已涂</translation>
    </message>
    <message>
        <source>%1 bit, the common width</source>
        <translation>%1 位，通用位宽</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>每组 %1 个</translation>
    </message>
    <message>
        <source>one group per row</source>
        <translation>每行一组</translation>
    </message>
    <message>
        <source>locked: &quot;choose widths&quot; leaves it as it is</source>
        <translation>已锁定：“选择位宽”不会改动它</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>保留：%1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthsCard</name>
    <message>
        <source>Widths</source>
        <translation>位宽</translation>
    </message>
    <message>
        <source>Map of widths: layers by modules. Arrows choose, Space paints, 2, 3, 4, 8, 0 and L paint with another brush.</source>
        <translation>位宽图：层 × 模块。方向键选择，空格键涂色，2、3、4、8、0 和 L 用其他画笔涂色。</translation>
    </message>
    <message>
        <source>widths</source>
        <translation>位宽</translation>
    </message>
    <message>
        <source>What a click paints</source>
        <translation>单击时涂什么</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Gives a tensor the common width back, and takes its lock off.</source>
        <translation>使张量恢复通用位宽，并解除其锁定。</translation>
    </message>
    <message>
        <source>Paints tensors with %1 bit.</source>
        <translation>将张量涂为 %1 位。</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Locks tensors, or unlocks them: &quot;choose widths too&quot; leaves locked ones as they are.</source>
        <translation>锁定或解锁张量：“同时选择位宽”不会改动已锁定的张量。</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Gives every tensor the common width back. Undo brings the painting back.</source>
        <translation>使每个张量恢复通用位宽。“撤销”可恢复所涂内容。</translation>
    </message>
    <message>
        <source>clear all widths</source>
        <translation>清除全部位宽</translation>
    </message>
    <message>
        <source>vLLM-safe</source>
        <translation>vLLM 兼容</translation>
    </message>
    <message>
        <source>Engines such as vLLM fuse q, k, v and gate, up into one matrix each: those take one width together.</source>
        <translation>vLLM 等引擎会将 q、k、v 以及 gate、up 各自融合为一个矩阵：融合在一起的须用同一位宽。</translation>
    </message>
    <message>
        <source>GGUF-safe</source>
        <translation>GGUF 兼容</translation>
    </message>
    <message>
        <source>Only widths that a quantized GGUF type has for rows of this length: 2 to 6 bit need a multiple of 256 columns, 4 and 8 bit one of 32.</source>
        <translation>仅限量化 GGUF 类型对此行长所支持的位宽：2 至 6 位要求列数为 256 的倍数，4 位和 8 位要求为 32 的倍数。</translation>
    </message>
    <message>
        <source>widths brought under the rules</source>
        <translation>使位宽符合规则</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>painted widths</source>
        <translation>所涂的位宽</translation>
    </message>
    <message>
        <source>Every tensor has the base width. Click or drag to paint others; a layer&apos;s number or a module&apos;s name paints all of it.</source>
        <translation>每个张量都使用基准位宽。单击或拖动可涂其他位宽；单击层号或模块名可涂其全部。</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have a width of their own.</source>
        <translation>
            <numerusform>%n 个张量有各自的位宽。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked.</source>
        <translation>
            <numerusform>%n 个已锁定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.</source>
        <translation>
            <numerusform>%n 个张量的行长不适合任何量化 GGUF 类型；它们在此处为 8 位，在 GGUF 中保持 16 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>For exports to come: this program does not write low-bit files for vLLM or llama.cpp yet.</source>
        <translation>为将来的导出而设：本程序尚不写出供 vLLM 或 llama.cpp 使用的低位文件。</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Workflow</name>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>Scores for comparison: %1</source>
        <translation>用于比较的评分：%1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WritingCard</name>
    <message>
        <source>Waiting for its turn.</source>
        <translation>正在等待轮到它。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>%1 of %2 tokens · %3 per second</source>
        <translation>%1 / %2 个词元 · 每秒 %3 个</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型 …</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) in %1</source>
        <translation>
            <numerusform>%n 个词元，用时 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended at once: its first token is the end mark. Tick “As a chat” above, and it answers instead of going on.</source>
        <translation>立即结束：第一个词元就是结束标记。勾选上面的“作为对话”，它会回答而不是续写。</translation>
    </message>
    <message>
        <source>Ended at once: its first token is the end mark. For this model the text is complete.</source>
        <translation>立即结束：第一个词元就是结束标记。对该模型来说文本已经完整。</translation>
    </message>
</context>
</TS>
