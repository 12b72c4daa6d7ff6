<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tacq::ui::ExportPage</name>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation>
            <numerusform>Written to %1: %n file, %2.</numerusform>
            <numerusform>Written to %1: %n files, %2.</numerusform>
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
</context>
<context>
    <name>tacq::ui::TaskPage</name>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation>
            <numerusform>The first sample, as the model sees it.</numerusform>
            <numerusform>The first %n samples, as the model sees them.</numerusform>
        </translation>
    </message>
</context>
</TS>
