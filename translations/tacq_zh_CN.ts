<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Will come: per-layer widths, fit to a size or to this machine, and the trade-off plot. The main controls are on the Circuit page.</source>
        <translation>即将推出：逐层位宽、按大小或本机进行适配，以及权衡图。主要控件位于“电路”页面。</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Make the smaller model and compare it with the original.</source>
        <translation>生成更小的模型，并与原模型比较。</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评测</translation>
    </message>
    <message>
        <source>Will come: task accuracy with error bars, and which answers changed. Perplexity is on the Quantize page.</source>
        <translation>即将推出：带误差线的任务准确率，以及哪些答案发生了变化。困惑度显示在“量化”页面。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Will come: both models write side by side.</source>
        <translation>即将推出：两个模型并排写作。</translation>
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
        <source>Will come: short guided tours, from why two bits hurt to how two tasks differ.</source>
        <translation>即将推出：简短的导览，从“为何两位会造成损失”到“两个任务有何不同”。</translation>
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
        <source>Kept in 16 bit</source>
        <translation>以 16 位保留</translation>
    </message>
    <message>
        <source>Share of the quantizable weights that stay in 16 bit: those with the highest saliency. Exactly that many are kept.</source>
        <translation>以 16 位保留的可量化权重比例：显著性最高的那些。保留的数量恰好如此。</translation>
    </message>
    <message>
        <source>Kept in 16 bit, percent</source>
        <translation>以 16 位保留的百分比</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Base bits</source>
        <translation>基础位宽</translation>
    </message>
    <message>
        <source>All other weights get %1 values to choose from.</source>
        <translation>其余每个权重有 %1 个可选值。</translation>
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
        <source>Bits for every weight that is not kept.</source>
        <translation>每个未保留权重所用的位数。</translation>
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
        <source>Simulate this grid</source>
        <translation>模拟此网格</translation>
    </message>
    <message>
        <source>Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again.</source>
        <translation>在此网格上将模型量化一次，以准确得知应保留哪些权重。梯度会被重复使用。</translation>
    </message>
    <message>
        <source>Bits per quantizable weight: codes, scales, zeros, kept values and their positions.</source>
        <translation>每个可量化权重的位数：编码、缩放系数、零点、保留值及其位置。</translation>
    </message>
    <message>
        <source>Share of each ledger line</source>
        <translation>账目各项的占比</translation>
    </message>
    <message>
        <source>Ledger of bits and bytes</source>
        <translation>位与字节的账目</translation>
    </message>
    <message>
        <source>%1%2 weights</source>
        <translation>%1%2 个权重</translation>
    </message>
    <message>
        <source>k = floor(share × %1 quantizable weights).</source>
        <translation>k = floor(比例 × %1 个可量化权重)。</translation>
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
        <translation>打包检查点的全部文件合计：%1。</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, groups of %2.</source>
        <translation>尚未模拟。阴影线：%1 位、每组 %2 个时保留的权重。</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, one group per row.</source>
        <translation>尚未模拟。阴影线：%1 位、每行一组时保留的权重。</translation>
    </message>
    <message>
        <source>Simulating …</source>
        <translation>正在模拟 …</translation>
    </message>
    <message>
        <source>Simulate (≈ %1)</source>
        <translation>模拟（≈ %1）</translation>
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
</context>
<context>
    <name>tacq::ui::DropArea</name>
    <message>
        <source>Drop a model here</source>
        <translation>将模型拖放到此处</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>它将在哪里运行？</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>transformers, vLLM, SGLang</source>
        <translation>transformers, vLLM, SGLang</translation>
    </message>
    <message>
        <source>A folder of 16-bit weights that these load unchanged.</source>
        <translation>含 16 位权重的文件夹，这些程序可直接加载。</translation>
    </message>
    <message>
        <source>TaCQ packed</source>
        <translation>TaCQ 打包格式</translation>
    </message>
    <message>
        <source>The compact checkpoint: low-bit codes and kept weights.</source>
        <translation>紧凑检查点：低位编码与保留的权重。</translation>
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
        <source>The models made in this session.</source>
        <translation>本次会话中生成的模型。</translation>
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
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing exported yet.</source>
        <translation>尚未导出任何内容。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Quality of the smaller model, in a form every program loads: the weights are written in 16 bit, so the folder is as large as the original. Choose this to use it today.</source>
        <translation>以各种程序都能加载的形式提供更小模型的质量：权重以 16 位写出，因此文件夹与原模型一样大。若要立即使用，请选择此项。</translation>
    </message>
    <message>
        <source>As small as the ledger says, to the byte. TaCQ Workbench and its command line load it; others do not yet.</source>
        <translation>与账目所示一样小，精确到字节。TaCQ Workbench 及其命令行可加载；其他程序尚不支持。</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>写入到哪个文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation>
            <numerusform>已写入 %1：%n 个文件，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read back.</source>
        <translation>未回读。</translation>
    </message>
    <message>
        <source>✓ Verified: read back, every value as meant.</source>
        <translation>✓ 已验证：回读后每个值均符合预期。</translation>
    </message>
    <message>
        <source>✓ Verified: read back, largest difference %1 (rounding to 16 bit).</source>
        <translation>✓ 已验证：已回读，最大差异 %1（舍入到 16 位）。</translation>
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
    <name>tacq::ui::LegendBar</name>
    <message>
        <source>kept in 16 bit</source>
        <translation>以 16 位保留</translation>
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
        <source>Tensors of the model</source>
        <translation>模型的张量</translation>
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
        <source>mean |gradient| per matrix, log scale · click a cell to open it</source>
        <translation>每个矩阵的平均 |梯度|，对数刻度 · 单击单元格可打开</translation>
    </message>
    <message>
        <source>root mean square of ΔW per matrix, log scale · click a cell to open it</source>
        <translation>每个矩阵 ΔW 的均方根，对数刻度 · 单击单元格可打开</translation>
    </message>
    <message>
        <source>mean saliency per matrix, log scale · click a cell to open it</source>
        <translation>每个矩阵的平均显著性，对数刻度 · 单击单元格可打开</translation>
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
        <source>Any command that speaks the engine&apos;s protocol on its input and output. The files must be reachable from both sides.</source>
        <translation>任何在输入输出上使用引擎协议的命令。文件须能从两端访问。</translation>
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
        <source>All results of this session</source>
        <translation>本次会话的全部结果</translation>
    </message>
    <message>
        <source>Models made in this session</source>
        <translation>本次会话中生成的模型</translation>
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
        <source>Progress is in the jobs below. The model is measured as soon as it is done.</source>
        <translation>进度见下方的作业。模型完成后会立即测量。</translation>
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
        <source>%1, %2 bits per weight</source>
        <translation>%1，每个权重 %2 位</translation>
    </message>
    <message>
        <source>%1 weights kept in 16 bit. Made in %2.</source>
        <translation>%1 个权重以 16 位保留。用时 %2。</translation>
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
        <source>perplexity ± standard error</source>
        <translation>困惑度 ± 标准误</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. The standard error comes from the spread over windows.</source>
        <translation>任务评测文本上的 exp(平均负对数似然)：越低越好。标准误来自各窗口间的离散程度。</translation>
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
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始时间</translation>
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
        <source>The engine has not started yet.</source>
        <translation>引擎尚未启动。</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Copies what you would type to do the chosen run again.</source>
        <translation>复制再次执行所选运行所需输入的内容。</translation>
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
        <source>1  Choose what it is for</source>
        <translation>1  选择用途</translation>
    </message>
    <message>
        <source>A built-in task or a file of your own examples. The text never leaves this computer.</source>
        <translation>内置任务，或您自己的示例文件。文本绝不会离开本机。</translation>
    </message>
    <message>
        <source>2  See the circuit</source>
        <translation>2  查看电路</translation>
    </message>
    <message>
        <source>A map of the model shows which weights your task needs, down to a single one.</source>
        <translation>模型图显示您的任务需要哪些权重，精确到单个。</translation>
    </message>
    <message>
        <source>3  Set a budget</source>
        <translation>3  设定预算</translation>
    </message>
    <message>
        <source>Drag how many weights stay in 16 bit; size and bits follow to the byte. Then quantize, compare, export.</source>
        <translation>拖动以确定多少权重以 16 位保留；大小和位数随之变化，精确到字节。然后量化、比较、导出。</translation>
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
        <source>How much of it to look at</source>
        <translation>查看多少内容</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How many pieces of text the gradients are taken on. More is steadier and slower.</source>
        <translation>用多少段文本计算梯度。越多越稳定，也越慢。</translation>
    </message>
    <message>
        <source>Tokens per sample</source>
        <translation>每个样本的词元数</translation>
    </message>
    <message>
        <source>Length of a sample in tokens; never more than the model&apos;s context.</source>
        <translation>样本的长度（词元数）；不会超过模型的上下文。</translation>
    </message>
    <message>
        <source>What the model is shown</source>
        <translation>展示给模型的内容</translation>
    </message>
    <message>
        <source>Open a model to see the text as the model sees it.</source>
        <translation>打开模型，即可看到模型所见的文本。</translation>
    </message>
    <message>
        <source>Preview of the task&apos;s text</source>
        <translation>任务文本预览</translation>
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
        <source>up to %1 tokens in all</source>
        <translation>合计最多 %1 个词元</translation>
    </message>
    <message>
        <source>Loading the preview …</source>
        <translation>正在加载预览 …</translation>
    </message>
    <message>
        <source>— sample %1, %2 tokens —</source>
        <translation>— 样本 %1，%2 个词元 —</translation>
    </message>
    <message>
        <source>This task gives no samples.</source>
        <translation>此任务没有样本。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation>
            <numerusform>模型所见的前 %n 个样本。</numerusform>
        </translation>
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
</context>
<context>
    <name>tacq::ui::TensorTableModel</name>
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
        <source>%1 bit + %2</source>
        <translation>%1 位 + %2</translation>
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
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
</context>
</TS>
