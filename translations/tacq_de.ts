<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>A setting cannot be used</source>
        <translation>Eine Einstellung ist nicht verwendbar</translation>
    </message>
    <message>
        <source>A file is damaged or not what it claims to be</source>
        <translation>Eine Datei ist beschädigt oder nicht das, wofür sie sich ausgibt</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>This kind of model is not supported yet</source>
        <translation>Diese Art von Modell wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>This file format is not supported</source>
        <translation>Dieses Dateiformat wird nicht unterstützt</translation>
    </message>
    <message>
        <source>The task data cannot be used</source>
        <translation>Die Aufgabendaten sind nicht verwendbar</translation>
    </message>
    <message>
        <source>The numbers broke down</source>
        <translation>Die Zahlen sind entgleist</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Nicht genug Arbeitsspeicher</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>There is something at that place already</source>
        <translation>Dort liegt schon etwas</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Lesen oder Schreiben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The workspace is busy</source>
        <translation>Der Arbeitsbereich ist belegt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The engine stopped</source>
        <translation>Die Engine ist stehen geblieben</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Change the setting that is named and try again.</source>
        <translation>Ändern Sie die genannte Einstellung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Get the file again from where it came from.</source>
        <translation>Holen Sie die Datei noch einmal von dort, wo sie herkam.</translation>
    </message>
    <message>
        <source>Check the name and that the disk is connected, then try again.</source>
        <translation>Prüfen Sie den Namen und ob der Datenträger angeschlossen ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try a Llama, Mistral or Qwen model.</source>
        <translation>Versuchen Sie ein Llama-, Mistral- oder Qwen-Modell.</translation>
    </message>
    <message>
        <source>Use a Hugging Face folder, a .safetensors or a .gguf file.</source>
        <translation>Verwenden Sie einen Hugging-Face-Ordner, eine .safetensors- oder eine .gguf-Datei.</translation>
    </message>
    <message>
        <source>Look at the named line of the task file, or choose a built-in task.</source>
        <translation>Sehen Sie sich die genannte Zeile der Aufgabendatei an, oder wählen Sie eine mitgelieferte Aufgabe.</translation>
    </message>
    <message>
        <source>Check the checkpoint: some of its weights are not numbers.</source>
        <translation>Prüfen Sie den Checkpoint: Einige seiner Gewichte sind keine Zahlen.</translation>
    </message>
    <message>
        <source>Use fewer or shorter samples, or close other programs.</source>
        <translation>Verwenden Sie weniger oder kürzere Proben, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder, or allow replacing it.</source>
        <translation>Wählen Sie einen anderen Ordner, oder erlauben Sie das Ersetzen.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>Prüfen Sie den Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait until the other program is done, then try again.</source>
        <translation>Warten Sie, bis das andere Programm fertig ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Resume goes on where it stopped.</source>
        <translation>„Fortsetzen“ macht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Nothing finished is lost. Resume starts the engine again and goes on where it stopped.</source>
        <translation>Nichts Fertiges ist verloren. „Fortsetzen“ startet die Engine neu und macht dort weiter, wo sie aufgehört hat.</translation>
    </message>
    <message>
        <source>Copy this message into a bug report.</source>
        <translation>Kopieren Sie diese Meldung in einen Fehlerbericht.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
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
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
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
        <translation>Start</translation>
    </message>
    <message>
        <source>Open a model or the bundled sample.</source>
        <translation>Ein Modell oder das mitgelieferte Beispiel öffnen.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What is inside the model: layers, tensors, sizes.</source>
        <translation>Was im Modell steckt: Schichten, Tensoren, Größen.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What the smaller model must still be good at.</source>
        <translation>Was das kleinere Modell weiterhin gut können muss.</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>Find out which weights the task needs: gradients and a simulated quantization.</source>
        <translation>Herausfinden, welche Gewichte die Aufgabe braucht: Gradienten und eine simulierte Quantisierung.</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>Schaltkreis</translation>
    </message>
    <message>
        <source>Where the task lives in the model, down to single weights, and how many of them to keep.</source>
        <translation>Wo die Aufgabe im Modell sitzt, bis zum einzelnen Gewicht, und wie viele davon erhalten bleiben.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Will come: per-layer widths, fit to a size or to this machine, and the trade-off plot. The main controls are on the Circuit page.</source>
        <translation>Kommt noch: Breiten je Schicht, Einpassen in eine Größe oder diesen Rechner und die Abwägungskurve. Die wichtigsten Regler sind auf der Seite „Schaltkreis“.</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Make the smaller model and compare it with the original.</source>
        <translation>Das kleinere Modell erzeugen und mit dem Original vergleichen.</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Will come: task accuracy with error bars, and which answers changed. Perplexity is on the Quantize page.</source>
        <translation>Kommt noch: Aufgabengenauigkeit mit Fehlerbalken, und welche Antworten sich geändert haben. Die Perplexität steht auf der Seite „Quantisieren“.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generieren</translation>
    </message>
    <message>
        <source>Will come: both models write side by side.</source>
        <translation>Kommt noch: Beide Modelle schreiben nebeneinander.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the smaller model for the program that will run it.</source>
        <translation>Das kleinere Modell für das Programm schreiben, das es ausführen wird.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Everything that was run in this workspace.</source>
        <translation>Alles, was in diesem Arbeitsbereich gelaufen ist.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Will come: short guided tours, from why two bits hurt to how two tasks differ.</source>
        <translation>Kommt noch: kurze Führungen, von „warum zwei Bit schmerzen“ bis „wie zwei Aufgaben sich unterscheiden“.</translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Preparing the text</source>
        <translation>Text wird vorbereitet</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Simulated quantization</source>
        <translation>Simulierte Quantisierung</translation>
    </message>
    <message>
        <source>Summarizing</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Saliency maps</source>
        <translation>Salienz-Karten</translation>
    </message>
    <message>
        <source>Choosing the kept weights</source>
        <translation>Erhaltene Gewichte werden gewählt</translation>
    </message>
    <message>
        <source>Quantizing</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>Zurücklesen</translation>
    </message>
    <message>
        <source>Identifying the model</source>
        <translation>Modell wird identifiziert</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>See which few weights of a language model carry a task, and make the rest smaller.</source>
        <translation>Sehen, welche wenigen Gewichte eines Sprachmodells eine Aufgabe tragen, und den Rest verkleinern.</translation>
    </message>
    <message>
        <source>A model to open at once.</source>
        <translation>Ein Modell, das gleich geöffnet wird.</translation>
    </message>
    <message>
        <source>Folder for artifacts and runs.</source>
        <translation>Ordner für Artefakte und Läufe.</translation>
    </message>
    <message>
        <source>Command line of the engine, instead of the tacq beside this program.</source>
        <translation>Befehlszeile der Engine statt des tacq neben diesem Programm.</translation>
    </message>
    <message>
        <source>Drive every page on the bundled sample and write pictures.</source>
        <translation>Jede Seite am mitgelieferten Beispiel vorführen und Bilder schreiben.</translation>
    </message>
    <message>
        <source>light or dark; default: as the system.</source>
        <translation>light oder dark; Vorgabe: wie das System.</translation>
    </message>
    <message>
        <source>Device pixels per point in the tour&apos;s pictures.</source>
        <translation>Gerätepixel je Punkt in den Bildern der Vorführung.</translation>
    </message>
    <message>
        <source>Language of the window, such as de or zh_CN; default: as the system.</source>
        <translation>Sprache des Fensters, etwa de oder zh_CN; Vorgabe: wie das System.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Banner</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the whole message, with the code that a bug report needs.</source>
        <translation>Kopiert die ganze Meldung mit dem Code, den ein Fehlerbericht braucht.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetCard</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Kept in 16 bit</source>
        <translation>In 16 Bit erhalten</translation>
    </message>
    <message>
        <source>Share of the quantizable weights that stay in 16 bit: those with the highest saliency. Exactly that many are kept.</source>
        <translation>Anteil der quantisierbaren Gewichte, die in 16 Bit bleiben: die mit der höchsten Salienz. Genau so viele bleiben erhalten.</translation>
    </message>
    <message>
        <source>Kept in 16 bit, percent</source>
        <translation>In 16 Bit erhalten, Prozent</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Base bits</source>
        <translation>Grundbreite</translation>
    </message>
    <message>
        <source>All other weights get %1 values to choose from.</source>
        <translation>Alle anderen Gewichte haben %1 Werte zur Auswahl.</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>One scale for a whole row: the smallest file.</source>
        <translation>Eine Skala für eine ganze Zeile: die kleinste Datei.</translation>
    </message>
    <message>
        <source>One scale for every %1 weights of a row: finer, and more bits for scales.</source>
        <translation>Eine Skala für je %1 Gewichte einer Zeile: feiner, und mehr Bits für Skalen.</translation>
    </message>
    <message>
        <source>Bits for every weight that is not kept.</source>
        <translation>Bits für jedes Gewicht, das nicht erhalten bleibt.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>How many weights of a row share one scale and zero point.</source>
        <translation>Wie viele Gewichte einer Zeile sich Skala und Nullpunkt teilen.</translation>
    </message>
    <message>
        <source>Simulate this grid</source>
        <translation>Dieses Raster simulieren</translation>
    </message>
    <message>
        <source>Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again.</source>
        <translation>Quantisiert das Modell einmal auf diesem Raster, um genau zu wissen, welche Gewichte erhalten bleiben sollen. Die Gradienten werden wiederverwendet.</translation>
    </message>
    <message>
        <source>Bits per quantizable weight: codes, scales, zeros, kept values and their positions.</source>
        <translation>Bits je quantisierbarem Gewicht: Codes, Skalen, Nullpunkte, erhaltene Werte und ihre Positionen.</translation>
    </message>
    <message>
        <source>Share of each ledger line</source>
        <translation>Anteil jeder Zeile der Bilanz</translation>
    </message>
    <message>
        <source>Ledger of bits and bytes</source>
        <translation>Bilanz der Bits und Bytes</translation>
    </message>
    <message>
        <source>%1%2 weights</source>
        <translation>%1%2 Gewichte</translation>
    </message>
    <message>
        <source>k = floor(share × %1 quantizable weights).</source>
        <translation>k = floor(Anteil × %1 quantisierbare Gewichte).</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All files of the packed checkpoint together: %1.</source>
        <translation>Alle Dateien des gepackten Checkpoints zusammen: %1.</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, groups of %2.</source>
        <translation>Noch nicht simuliert. Schraffiert: erhaltene Gewichte bei %1 Bit, Gruppen von %2.</translation>
    </message>
    <message>
        <source>Not simulated yet. Hatched: kept weights of %1 bit, one group per row.</source>
        <translation>Noch nicht simuliert. Schraffiert: erhaltene Gewichte bei %1 Bit, eine Gruppe je Zeile.</translation>
    </message>
    <message>
        <source>Simulating …</source>
        <translation>Wird simuliert …</translation>
    </message>
    <message>
        <source>Simulate (≈ %1)</source>
        <translation>Simulieren (≈ %1)</translation>
    </message>
</context>
<context>
    <name>tacq::ui::CircuitPage</name>
    <message>
        <source>No saliency yet</source>
        <translation>Noch keine Salienz</translation>
    </message>
    <message>
        <source>Open a model, choose a task and run saliency: then this page shows where the task lives.</source>
        <translation>Öffnen Sie ein Modell, wählen Sie eine Aufgabe und starten Sie die Salienz: Dann zeigt diese Seite, wo die Aufgabe sitzt.</translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation>Salienz berechnen</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation>Findet die Gewichte, die diese Aufgabe braucht.</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Makes the smaller model with this budget, then measures it.</source>
        <translation>Erzeugt das kleinere Modell mit diesem Budget und misst es dann.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::DropArea</name>
    <message>
        <source>Drop a model here</source>
        <translation>Modell hier ablegen</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>Wo wird es laufen?</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>transformers, vLLM, SGLang</source>
        <translation>transformers, vLLM, SGLang</translation>
    </message>
    <message>
        <source>A folder of 16-bit weights that these load unchanged.</source>
        <translation>Ein Ordner mit 16-Bit-Gewichten, den diese unverändert laden.</translation>
    </message>
    <message>
        <source>TaCQ packed</source>
        <translation>TaCQ gepackt</translation>
    </message>
    <message>
        <source>The compact checkpoint: low-bit codes and kept weights.</source>
        <translation>Der kompakte Checkpoint: Codes mit wenigen Bits und erhaltene Gewichte.</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>Welches Modell</translation>
    </message>
    <message>
        <source>Quantize first</source>
        <translation>Erst quantisieren</translation>
    </message>
    <message>
        <source>The models made in this session.</source>
        <translation>Die in dieser Sitzung erzeugten Modelle.</translation>
    </message>
    <message>
        <source>Folder to write</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the folder in which the model&apos;s folder is made.</source>
        <translation>Den Ordner wählen, in dem der Modellordner angelegt wird.</translation>
    </message>
    <message>
        <source>Read back and compare</source>
        <translation>Zurücklesen und vergleichen</translation>
    </message>
    <message>
        <source>After writing, every value is read again and compared with what was meant.</source>
        <translation>Nach dem Schreiben wird jeder Wert wieder gelesen und mit dem gemeinten verglichen.</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Vorhandenes ersetzen</translation>
    </message>
    <message>
        <source>Otherwise a folder that already holds something else is left alone.</source>
        <translation>Sonst bleibt ein Ordner, der schon etwas anderes enthält, unangetastet.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Nothing exported yet.</source>
        <translation>Noch nichts exportiert.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Quality of the smaller model, in a form every program loads: the weights are written in 16 bit, so the folder is as large as the original. Choose this to use it today.</source>
        <translation>Die Qualität des kleineren Modells in einer Form, die jedes Programm lädt: Die Gewichte stehen in 16 Bit, der Ordner ist also so groß wie das Original. Wählen Sie dies, um es heute zu benutzen.</translation>
    </message>
    <message>
        <source>As small as the ledger says, to the byte. TaCQ Workbench and its command line load it; others do not yet.</source>
        <translation>So klein, wie die Bilanz sagt, aufs Byte genau. TaCQ Workbench und seine Befehlszeile laden es; andere noch nicht.</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Ordner, in den geschrieben wird</translation>
    </message>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation>
            <numerusform>Nach %1 geschrieben: %n Datei, %2.</numerusform>
            <numerusform>Nach %1 geschrieben: %n Dateien, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read back.</source>
        <translation>Nicht zurückgelesen.</translation>
    </message>
    <message>
        <source>✓ Verified: read back, every value as meant.</source>
        <translation>✓ Geprüft: zurückgelesen, jeder Wert wie gemeint.</translation>
    </message>
    <message>
        <source>✓ Verified: read back, largest difference %1 (rounding to 16 bit).</source>
        <translation>✓ Geprüft: zurückgelesen, größte Abweichung %1 (Rundung auf 16 Bit).</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Quantize first.</source>
        <translation>Erst quantisieren.</translation>
    </message>
    <message>
        <source>Writes the folder, reads it back and compares.</source>
        <translation>Schreibt den Ordner, liest ihn zurück und vergleicht.</translation>
    </message>
    <message>
        <source>The folder that is made; it must not hold anything else.</source>
        <translation>Der Ordner, der angelegt wird; er darf nichts anderes enthalten.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::InfoDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies these lines, for a bug report.</source>
        <translation>Kopiert diese Zeilen für einen Fehlerbericht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <translation>Die Engine ist noch nicht gestartet.</translation>
    </message>
    <message>
        <source>Engine %1, protocol %2</source>
        <translation>Engine %1, Protokoll %2</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>About TaCQ Workbench</source>
        <translation>Über TaCQ Workbench</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. The idea is task-circuit quantization, arXiv 2504.07389.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Die Idee ist die Task-Circuit-Quantisierung, arXiv 2504.07389.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>The steps on the left, in their order</source>
        <translation>Die Schritte links, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>The next control; the one with the keyboard has a coloured frame</source>
        <translation>Das nächste Bedienelement; das mit der Tastatur hat einen farbigen Rahmen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In a matrix</source>
        <translation>In einer Matrix</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>closer, farther</source>
        <translation>näher, weiter weg</translation>
    </message>
    <message>
        <source>the whole matrix</source>
        <translation>die ganze Matrix</translation>
    </message>
    <message>
        <source>In the map of the model</source>
        <translation>In der Karte des Modells</translation>
    </message>
    <message>
        <source>the matrix beside, above, below</source>
        <translation>die Matrix daneben, darüber, darunter</translation>
    </message>
</context>
<context>
    <name>tacq::ui::JobListModel</name>
    <message>
        <source>%1 on %2 tokens</source>
        <translation>%1 auf %2 Token</translation>
    </message>
    <message>
        <source>%1 weights kept · %2</source>
        <translation>%1 Gewichte erhalten · %2</translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation>aus dem Arbeitsbereich</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 samples · %2 tokens</source>
        <translation>%1 Proben · %2 Token</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>cancelled; Resume goes on where it stopped</source>
        <translation>abgebrochen; „Fortsetzen“ macht dort weiter, wo es aufgehört hat</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>fertig in %1</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1 %2/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::JobRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies what you would type in a terminal to do the same:
%1</source>
        <translation>Kopiert, was man im Terminal für dasselbe eintippen würde:
%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops this job. What is finished stays in the workspace, and Resume goes on from there.</source>
        <translation>Hält diesen Auftrag an. Was fertig ist, bleibt im Arbeitsbereich, und „Fortsetzen“ macht von dort weiter.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Sends the job again; it goes on from the last finished stage.</source>
        <translation>Schickt den Auftrag noch einmal; er macht nach der letzten fertigen Stufe weiter.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::JobsStrip</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Nothing runs yet. Jobs show here with their progress, and can be cancelled and resumed.</source>
        <translation>Noch läuft nichts. Aufträge erscheinen hier mit ihrem Fortschritt und lassen sich abbrechen und fortsetzen.</translation>
    </message>
    <message>
        <source>%1 running · %2 done</source>
        <translation>%1 laufen · %2 fertig</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LedgerModel</name>
    <message>
        <source>codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>Nullpunkte</translation>
    </message>
    <message>
        <source>kept values</source>
        <translation>erhaltene Werte</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Ausgabekopf</translation>
    </message>
    <message>
        <source>norms, biases</source>
        <translation>Normen, Biases</translation>
    </message>
    <message>
        <source>file headers</source>
        <translation>Dateiköpfe</translation>
    </message>
    <message>
        <source>The low-bit number that every quantizable weight gets.</source>
        <translation>Die Zahl mit wenigen Bits, die jedes quantisierbare Gewicht bekommt.</translation>
    </message>
    <message>
        <source>The step of the grid, one per row or group.</source>
        <translation>Die Schrittweite des Rasters, eine je Zeile oder Gruppe.</translation>
    </message>
    <message>
        <source>The code that stands for zero, one per row or group.</source>
        <translation>Der Code, der für null steht, einer je Zeile oder Gruppe.</translation>
    </message>
    <message>
        <source>The weights that stay in 16 bit because the task needs them.</source>
        <translation>Die Gewichte, die in 16 Bit bleiben, weil die Aufgabe sie braucht.</translation>
    </message>
    <message>
        <source>Where the kept weights sit: a column number each and a count per row.</source>
        <translation>Wo die erhaltenen Gewichte sitzen: je eine Spaltennummer und eine Anzahl je Zeile.</translation>
    </message>
    <message>
        <source>The table that turns tokens into vectors; it is not quantized here.</source>
        <translation>Die Tabelle, die Token in Vektoren verwandelt; hier wird sie nicht quantisiert.</translation>
    </message>
    <message>
        <source>The matrix that turns vectors into token scores; none when it is shared with the embeddings.</source>
        <translation>Die Matrix, die Vektoren in Token-Bewertungen verwandelt; keine, wenn sie mit den Embeddings geteilt wird.</translation>
    </message>
    <message>
        <source>Normalization weights and biases, stored as they are.</source>
        <translation>Gewichte der Normalisierung und Biases, unverändert gespeichert.</translation>
    </message>
    <message>
        <source>Names and shapes at the start of each file.</source>
        <translation>Namen und Formen am Anfang jeder Datei.</translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation>Bit / Gewicht</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LegendBar</name>
    <message>
        <source>kept in 16 bit</source>
        <translation>in 16 Bit erhalten</translation>
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
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that is open. Click to open another.</source>
        <translation>Das geöffnete Modell. Klicken, um ein anderes zu öffnen.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What the smaller model must still be good at. Click to change it.</source>
        <translation>Was das kleinere Modell weiterhin gut können muss. Klicken, um es zu ändern.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Width of most weights, and the share kept in 16 bit. Click to change it.</source>
        <translation>Breite der meisten Gewichte und der Anteil, der in 16 Bit erhalten bleibt. Klicken, um es zu ändern.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>The process that does the heavy work, apart from this window. Click to start it again if it stopped.</source>
        <translation>Der Prozess, der die schwere Arbeit getrennt von diesem Fenster macht. Klicken, um ihn wieder zu starten, falls er steht.</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keines geöffnet</translation>
    </message>
    <message>
        <source>%1 · %2 × %3 tokens</source>
        <translation>%1 · %2 × %3 Token</translation>
    </message>
    <message>
        <source>%1 bit + %2</source>
        <translation>%1 Bit + %2</translation>
    </message>
    <message numerus="yes">
        <source>this computer · %n thread(s)</source>
        <translation>
            <numerusform>dieser Computer · %n Thread</numerusform>
            <numerusform>dieser Computer · %n Threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n thread(s)</source>
        <translation>
            <numerusform>%1 · %n Thread</numerusform>
            <numerusform>%1 · %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>Open a model to begin.</source>
        <translation>Öffnen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Ready to run: ≈ %1, ≈ %2 of memory</source>
        <translation>Bereit: ≈ %1, ≈ %2 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Ready to quantize: %1, ≈ %2, ≈ %3 of memory</source>
        <translation>Bereit zum Quantisieren: %1, ≈ %2, ≈ %3 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>Engine starten</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixCard</name>
    <message>
        <source>No matrix chosen</source>
        <translation>Keine Matrix gewählt</translation>
    </message>
    <message>
        <source>Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all.</source>
        <translation>Gewichte der gewählten Matrix. Pfeiltasten verschieben, Plus und Minus zoomen, Null zeigt alles.</translation>
    </message>
    <message>
        <source>Point at a weight to read it · wheel zooms, dragging pans, double-click shows all</source>
        <translation>Auf ein Gewicht zeigen, um es abzulesen · Rad zoomt, Ziehen verschiebt, Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>Shown in the matrix</source>
        <translation>In der Matrix gezeigt</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W| of each weight; the highest are kept in 16 bit.</source>
        <translation>|Gradient · ΔW · W| jedes Gewichts; die höchsten bleiben in 16 Bit.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Σ |∂L/∂W|: how strongly the task&apos;s loss reacts to each weight.</source>
        <translation>Σ |∂L/∂W|: wie stark der Loss der Aufgabe auf jedes Gewicht reagiert.</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>What the simulated quantization changes: |W − Ŵ|.</source>
        <translation>Was die simulierte Quantisierung ändert: |W − Ŵ|.</translation>
    </message>
    <message>
        <source>|W|</source>
        <translation>|W|</translation>
    </message>
    <message>
        <source>Size of each weight before quantization.</source>
        <translation>Größe jedes Gewichts vor der Quantisierung.</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>Both maps read the same for colour-blind eyes; cividis is the safest.</source>
        <translation>Beide Karten sind auch bei Farbfehlsichtigkeit lesbar; cividis ist die sicherste.</translation>
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
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>Logarithmische Farben</translation>
    </message>
    <message>
        <source>Equal steps of colour are equal ratios of value. Off: equal differences.</source>
        <translation>Gleiche Farbschritte sind gleiche Verhältnisse der Werte. Aus: gleiche Differenzen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>The whole matrix again (key 0).</source>
        <translation>Wieder die ganze Matrix (Taste 0).</translation>
    </message>
    <message>
        <source>Strongest weights</source>
        <translation>Stärkste Gewichte</translation>
    </message>
    <message>
        <source>The weights of this matrix with the highest saliency. Click one to see where it sits.</source>
        <translation>Die Gewichte dieser Matrix mit der höchsten Salienz. Anklicken zeigt, wo eines sitzt.</translation>
    </message>
    <message>
        <source>Strongest weights of the chosen matrix</source>
        <translation>Stärkste Gewichte der gewählten Matrix</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Rows are outputs, columns are inputs of this matrix.</source>
        <translation>Zeilen sind Ausgänge, Spalten Eingänge dieser Matrix.</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%1 von %2 erhalten</translation>
    </message>
    <message>
        <source>kept in 16 bit</source>
        <translation>in 16 Bit erhalten</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>quantisiert</translation>
    </message>
    <message>
        <source>row %1, column %2 · W %3 · |gradient| %4 · ΔW %5 · saliency %6 · %7</source>
        <translation>Zeile %1, Spalte %2 · W %3 · |Gradient| %4 · ΔW %5 · Salienz %6 · %7</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixView</name>
    <message>
        <source>Mean of the layer on show over each column: tall bars are inputs that matter.</source>
        <translation>Mittel der gezeigten Ebene über jede Spalte: Hohe Balken sind Eingänge, auf die es ankommt.</translation>
    </message>
    <message>
        <source>Mean of the layer on show over each row: long bars are outputs that matter.</source>
        <translation>Mittel der gezeigten Ebene über jede Zeile: Lange Balken sind Ausgänge, auf die es ankommt.</translation>
    </message>
    <message>
        <source>What the colours mean. Each pixel shows the largest value of the weights under it, so outliers never vanish.</source>
        <translation>Was die Farben bedeuten. Jedes Pixel zeigt den größten Wert der Gewichte darunter, damit Ausreißer nie verschwinden.</translation>
    </message>
    <message>
        <source>Matrix, one pixel per group of weights</source>
        <translation>Matrix, ein Pixel je Gruppe von Gewichten</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open a model folder …</source>
        <translation>Modell&amp;ordner öffnen …</translation>
    </message>
    <message>
        <source>Open a model fi&amp;le …</source>
        <translation>&amp;Modelldatei öffnen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Main action of this page</source>
        <translation>&amp;Hauptaktion dieser Seite</translation>
    </message>
    <message>
        <source>&amp;Cancel what runs</source>
        <translation>Laufendes &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Report of the chosen run …</source>
        <translation>&amp;Bericht über den gewählten Lauf …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About TaCQ Workbench</source>
        <translation>&amp;Über TaCQ Workbench</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ModelPage</name>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>The family of model, and the format it is stored in.</source>
        <translation>Die Modellfamilie und das Format, in dem es gespeichert ist.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>All weights, and those in attention and MLP matrices, which are what gets quantized.</source>
        <translation>Alle Gewichte, und die in Attention- und MLP-Matrizen, die quantisiert werden.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Transformer blocks, one after another.</source>
        <translation>Transformer-Blöcke, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Numbers per token between blocks, and inside the MLP.</source>
        <translation>Zahlen je Token zwischen den Blöcken und im Inneren des MLP.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Attention heads; several may share one key and value head.</source>
        <translation>Attention-Köpfe; mehrere können sich einen Schlüssel- und Wertekopf teilen.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>The longest text, in tokens, that the model was made for.</source>
        <translation>Der längste Text in Token, für den das Modell gemacht ist.</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>How many different tokens there are.</source>
        <translation>Wie viele verschiedene Token es gibt.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bytes of all tensors as they are stored.</source>
        <translation>Bytes aller Tensoren, so wie sie gespeichert sind.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Where the model lies.</source>
        <translation>Wo das Modell liegt.</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Filter tensors by name</source>
        <translation>Tensoren nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Tensors of the model</source>
        <translation>Tensoren des Modells</translation>
    </message>
    <message>
        <source>No model yet. Open one on the Start page.</source>
        <translation>Noch kein Modell. Öffnen Sie eines auf der Startseite.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, of which %2 quantizable</source>
        <translation>%1, davon %2 quantisierbar</translation>
    </message>
    <message>
        <source>%1, MLP %2</source>
        <translation>%1, MLP %2</translation>
    </message>
    <message>
        <source>%1, key and value heads %2</source>
        <translation>%1, Schlüssel- und Werteköpfe %2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>Aufgabe wählen</translation>
    </message>
    <message>
        <source>Goes on to what the smaller model must still be good at.</source>
        <translation>Weiter zu dem, was das kleinere Modell gut können muss.</translation>
    </message>
    <message>
        <source>Shows only the tensors whose name contains this.</source>
        <translation>Zeigt nur die Tensoren, deren Name dies enthält.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverviewCard</name>
    <message>
        <source>Where the task lives</source>
        <translation>Wo die Aufgabe sitzt</translation>
    </message>
    <message>
        <source>Shown in the map</source>
        <translation>In der Karte gezeigt</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: how much the task would miss the weights if they were quantized.</source>
        <translation>|Gradient · ΔW · W|: wie sehr der Aufgabe die Gewichte fehlen würden, wären sie quantisiert.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to the weights.</source>
        <translation>Wie stark der Loss der Aufgabe auf die Gewichte reagiert.</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>How much quantization alone would change the weights.</source>
        <translation>Wie sehr die Quantisierung allein die Gewichte ändern würde.</translation>
    </message>
    <message>
        <source>Map of the model: layers by modules</source>
        <translation>Karte des Modells: Schichten mal Module</translation>
    </message>
    <message>
        <source>What the colours of the map mean, on a log scale.</source>
        <translation>Was die Farben der Karte bedeuten, auf logarithmischer Skala.</translation>
    </message>
    <message>
        <source>mean |gradient| per matrix, log scale · click a cell to open it</source>
        <translation>mittlerer |Gradient| je Matrix, logarithmisch · Zelle anklicken, um sie zu öffnen</translation>
    </message>
    <message>
        <source>root mean square of ΔW per matrix, log scale · click a cell to open it</source>
        <translation>quadratisches Mittel von ΔW je Matrix, logarithmisch · Zelle anklicken, um sie zu öffnen</translation>
    </message>
    <message>
        <source>mean saliency per matrix, log scale · click a cell to open it</source>
        <translation>mittlere Salienz je Matrix, logarithmisch · Zelle anklicken, um sie zu öffnen</translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverviewView</name>
    <message>
        <source>kept, %</source>
        <translation>erhalten, %</translation>
    </message>
    <message>
        <source>mean |gradient|: %1</source>
        <translation>mittlerer |Gradient|: %1</translation>
    </message>
    <message>
        <source>root mean square of ΔW: %1</source>
        <translation>quadratisches Mittel von ΔW: %1</translation>
    </message>
    <message>
        <source>mean saliency: %1</source>
        <translation>mittlere Salienz: %1</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>erhalten: %1</translation>
    </message>
    <message>
        <source>Layer %1 keeps %2 of its weights in 16 bit.</source>
        <translation>Schicht %1 behält %2 ihrer Gewichte in 16 Bit.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Keeps these settings, and uses them at once where that is possible.</source>
        <translation>Merkt sich diese Einstellungen und verwendet sie sofort, wo das möglich ist.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light or dark surfaces. Maps keep their colours.</source>
        <translation>Helle oder dunkle Flächen. Karten behalten ihre Farben.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of this window and its numbers. Messages from the engine stay in English.</source>
        <translation>Die Sprache dieses Fensters und seiner Zahlen. Meldungen der Engine bleiben englisch.</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe der Darstellung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Makes texts, controls and maps larger, for screens with fine pixels or tired eyes.</source>
        <translation>Vergrößert Texte, Bedienelemente und Karten, für feine Bildschirme oder müde Augen.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Started by a command line</source>
        <translation>Mit einer Befehlszeile gestartet</translation>
    </message>
    <message>
        <source>Where the heavy work is done: here, or on a bigger machine that you reach by a command.</source>
        <translation>Wo die schwere Arbeit geschieht: hier oder auf einem größeren Rechner, den ein Befehl erreicht.</translation>
    </message>
    <message>
        <source>Command line of the engine</source>
        <translation>Befehlszeile der Engine</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Any command that speaks the engine&apos;s protocol on its input and output. The files must be reachable from both sides.</source>
        <translation>Jeder Befehl, der auf Ein- und Ausgabe das Protokoll der Engine spricht. Die Dateien müssen von beiden Seiten erreichbar sein.</translation>
    </message>
    <message>
        <source>Workspace folder</source>
        <translation>Ordner des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>The folder that keeps what was computed, so that nothing is computed twice. Empty: the usual place.</source>
        <translation>Der Ordner, der Berechnetes aufhebt, damit nichts zweimal berechnet wird. Leer: der übliche Ort.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the workspace folder.</source>
        <translation>Den Ordner des Arbeitsbereichs wählen.</translation>
    </message>
    <message>
        <source>Choose the workspace folder</source>
        <translation>Ordner des Arbeitsbereichs wählen</translation>
    </message>
    <message>
        <source>Type the command that starts the engine.</source>
        <translation>Geben Sie den Befehl ein, der die Engine startet.</translation>
    </message>
    <message>
        <source>Language and size are used from the next start on.</source>
        <translation>Sprache und Größe gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The engine is started again. Jobs that run go on from their last finished stage.</source>
        <translation>Die Engine wird neu gestartet. Laufende Aufträge machen nach ihrer letzten fertigen Stufe weiter.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizePage</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. ± one standard error over windows.</source>
        <translation>exp(mittlere negative Log-Likelihood) auf dem Auswertungstext der Aufgabe: kleiner ist besser. ± ein Standardfehler über die Fenster.</translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation>Perplexität vorher</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation>Perplexität nachher</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bytes of all weights before, and of the packed checkpoint after.</source>
        <translation>Bytes aller Gewichte vorher und des gepackten Checkpoints nachher.</translation>
    </message>
    <message>
        <source>All results of this session</source>
        <translation>Alle Ergebnisse dieser Sitzung</translation>
    </message>
    <message>
        <source>Models made in this session</source>
        <translation>In dieser Sitzung erzeugte Modelle</translation>
    </message>
    <message>
        <source>after quantizing</source>
        <translation>nach dem Quantisieren</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 on %2 tokens</source>
        <translation>%1 auf %2 Token</translation>
    </message>
    <message>
        <source>Quantizing …</source>
        <translation>Wird quantisiert …</translation>
    </message>
    <message>
        <source>Nothing quantized yet</source>
        <translation>Noch nichts quantisiert</translation>
    </message>
    <message>
        <source>Progress is in the jobs below. The model is measured as soon as it is done.</source>
        <translation>Der Fortschritt steht unten bei den Aufträgen. Das Modell wird gemessen, sobald es fertig ist.</translation>
    </message>
    <message>
        <source>Press Quantize: the smaller model is made with the budget on the Circuit page, then measured.</source>
        <translation>Drücken Sie „Quantisieren“: Das kleinere Modell entsteht mit dem Budget der Seite „Schaltkreis“ und wird dann gemessen.</translation>
    </message>
    <message>
        <source>Run saliency first; then choose a budget on the Circuit page.</source>
        <translation>Berechnen Sie erst die Salienz; wählen Sie dann auf der Seite „Schaltkreis“ ein Budget.</translation>
    </message>
    <message>
        <source>%1, %2 bits per weight</source>
        <translation>%1, %2 Bit je Gewicht</translation>
    </message>
    <message>
        <source>%1 weights kept in 16 bit. Made in %2.</source>
        <translation>%1 Gewichte in 16 Bit erhalten. Erzeugt in %2.</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Writes the smaller model for the program that will run it.</source>
        <translation>Schreibt das kleinere Modell für das Programm, das es ausführen wird.</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Makes the smaller model with this budget, then measures it.</source>
        <translation>Erzeugt das kleinere Modell mit diesem Budget und misst es dann.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Rail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
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
        <translation>%1 (Original)</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1, groups of %2</source>
        <translation>%1, Gruppen von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation>Bit / Gewicht</translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation>erhaltene Gewichte</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>perplexity ± standard error</source>
        <translation>Perplexität ± Standardfehler</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. The standard error comes from the spread over windows.</source>
        <translation>exp(mittlere negative Log-Likelihood) auf dem Auswertungstext der Aufgabe: kleiner ist besser. Der Standardfehler kommt aus der Streuung über die Fenster.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunsModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunsPage</name>
    <message>
        <source>Runs in this workspace</source>
        <translation>Läufe in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The engine has not started yet.</source>
        <translation>Die Engine ist noch nicht gestartet.</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies what you would type to do the chosen run again.</source>
        <translation>Kopiert, was man eintippen würde, um den gewählten Lauf zu wiederholen.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SaliencyPage</name>
    <message>
        <source>Find the weights that the task needs</source>
        <translation>Die Gewichte finden, die die Aufgabe braucht</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops the run. What is finished stays; Resume goes on from there.</source>
        <translation>Hält den Lauf an. Was fertig ist, bleibt; „Fortsetzen“ macht von dort weiter.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from the last finished stage.</source>
        <translation>Macht nach der letzten fertigen Stufe weiter.</translation>
    </message>
    <message>
        <source>Show the circuit</source>
        <translation>Schaltkreis zeigen</translation>
    </message>
    <message>
        <source>Where the task lives in the model.</source>
        <translation>Wo die Aufgabe im Modell sitzt.</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Was herauskam</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Samples and tokens the gradients were taken on.</source>
        <translation>Proben und Token, auf denen die Gradienten genommen wurden.</translation>
    </message>
    <message>
        <source>Loss on it</source>
        <translation>Loss darauf</translation>
    </message>
    <message>
        <source>Mean negative log-likelihood per token of the unquantized model on the calibration text, in nats.</source>
        <translation>Mittlere negative Log-Likelihood je Token des unquantisierten Modells auf dem Kalibrierungstext, in Nat.</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>The uniform quantization that ΔW was taken from.</source>
        <translation>Die gleichmäßige Quantisierung, aus der ΔW stammt.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Quantizable weights, each with its own saliency.</source>
        <translation>Quantisierbare Gewichte, jedes mit seiner eigenen Salienz.</translation>
    </message>
    <message>
        <source>Strongest matrix</source>
        <translation>Stärkste Matrix</translation>
    </message>
    <message>
        <source>The matrix with the highest mean saliency.</source>
        <translation>Die Matrix mit der höchsten mittleren Salienz.</translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation>Was hier geschieht</translation>
    </message>
    <message>
        <source>1. Gradients: the model reads the task&apos;s text, and for every weight we add up how strongly the loss reacts to it.</source>
        <translation>1. Gradienten: Das Modell liest den Text der Aufgabe, und für jedes Gewicht wird aufsummiert, wie stark der Loss darauf reagiert.</translation>
    </message>
    <message>
        <source>2. Simulated quantization: the whole model is quantized once, to see how much each weight would change.</source>
        <translation>2. Simulierte Quantisierung: Das ganze Modell wird einmal quantisiert, um zu sehen, wie sehr sich jedes Gewicht ändern würde.</translation>
    </message>
    <message>
        <source>3. Saliency = |gradient · change · weight|. The few weights where it is highest are the task&apos;s circuit; they stay in 16 bit.</source>
        <translation>3. Salienz = |Gradient · Änderung · Gewicht|. Die wenigen Gewichte, bei denen sie am höchsten ist, sind der Schaltkreis der Aufgabe; sie bleiben in 16 Bit.</translation>
    </message>
    <message>
        <source>Gradients are kept: another width or group later only repeats step 2.</source>
        <translation>Die Gradienten bleiben gespeichert: Eine andere Breite oder Gruppe wiederholt später nur Schritt 2.</translation>
    </message>
    <message>
        <source>%1 · %2 samples × %3 tokens · %4 bit</source>
        <translation>%1 · %2 Proben × %3 Token · %4 Bit</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Erst ein Modell öffnen</translation>
    </message>
    <message>
        <source>Press Run saliency.</source>
        <translation>Drücken Sie „Salienz berechnen“.</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 samples, %2 tokens</source>
        <translation>%1 Proben, %2 Token</translation>
    </message>
    <message>
        <source>%1 nats per token</source>
        <translation>%1 Nat je Token</translation>
    </message>
    <message>
        <source>%1 bit, groups of %2</source>
        <translation>%1 Bit, Gruppen von %2</translation>
    </message>
    <message>
        <source>%1 bit, one group per row</source>
        <translation>%1 Bit, eine Gruppe je Zeile</translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation>Salienz berechnen</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation>Findet die Gewichte, die diese Aufgabe braucht.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::StartPage</name>
    <message>
        <source>Make a language model smaller and keep what you use it for</source>
        <translation>Ein Sprachmodell verkleinern und behalten, wofür Sie es brauchen</translation>
    </message>
    <message>
        <source>See which few weights carry your task, keep those in 16 bit, and squeeze the rest to two or three bits.</source>
        <translation>Sehen Sie, welche wenigen Gewichte Ihre Aufgabe tragen, behalten Sie diese in 16 Bit, und drücken Sie den Rest auf zwei oder drei Bit.</translation>
    </message>
    <message>
        <source>1  Choose what it is for</source>
        <translation>1  Wählen, wofür es da ist</translation>
    </message>
    <message>
        <source>A built-in task or a file of your own examples. The text never leaves this computer.</source>
        <translation>Eine mitgelieferte Aufgabe oder eine Datei mit eigenen Beispielen. Der Text verlässt nie diesen Computer.</translation>
    </message>
    <message>
        <source>2  See the circuit</source>
        <translation>2  Den Schaltkreis sehen</translation>
    </message>
    <message>
        <source>A map of the model shows which weights your task needs, down to a single one.</source>
        <translation>Eine Karte des Modells zeigt, welche Gewichte Ihre Aufgabe braucht, bis zum einzelnen.</translation>
    </message>
    <message>
        <source>3  Set a budget</source>
        <translation>3  Ein Budget setzen</translation>
    </message>
    <message>
        <source>Drag how many weights stay in 16 bit; size and bits follow to the byte. Then quantize, compare, export.</source>
        <translation>Ziehen Sie, wie viele Gewichte in 16 Bit bleiben; Größe und Bits folgen aufs Byte. Dann quantisieren, vergleichen, exportieren.</translation>
    </message>
    <message>
        <source>Drop a model here</source>
        <translation>Modell hier ablegen</translation>
    </message>
    <message>
        <source>a Hugging Face folder, a .safetensors or a .gguf file</source>
        <translation>ein Hugging-Face-Ordner, eine .safetensors- oder eine .gguf-Datei</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>A folder with config.json, tokenizer.json and the weights.</source>
        <translation>Ein Ordner mit config.json, tokenizer.json und den Gewichten.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>A single .gguf, or a .safetensors beside its config.json.</source>
        <translation>Eine einzelne .gguf, oder eine .safetensors neben ihrer config.json.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>A real language model with 260,032 parameters that writes children&apos;s stories. Every step takes seconds.</source>
        <translation>Ein echtes Sprachmodell mit 260 032 Parametern, das Kindergeschichten schreibt. Jeder Schritt dauert Sekunden.</translation>
    </message>
    <message>
        <source>New here? The sample is a tiny real model: every step takes seconds.</source>
        <translation>Neu hier? Das Beispiel ist ein winziges echtes Modell: Jeder Schritt dauert Sekunden.</translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation>Zuletzt geöffnete Modelle</translation>
    </message>
    <message>
        <source>Models that you open show here.</source>
        <translation>Modelle, die Sie öffnen, erscheinen hier.</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>Aufgabe wählen</translation>
    </message>
    <message>
        <source>Goes on to what the smaller model must still be good at.</source>
        <translation>Weiter zu dem, was das kleinere Modell gut können muss.</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation>Modelle (*.gguf *.safetensors)</translation>
    </message>
</context>
<context>
    <name>tacq::ui::StatusLine</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the command that does the same in a terminal.</source>
        <translation>Kopiert den Befehl, der dasselbe im Terminal tut.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskListModel</name>
    <message>
        <source>Not on this machine. Start with --data and a folder that holds: %1</source>
        <translation>Nicht auf diesem Rechner. Starten Sie mit --data und einem Ordner, der enthält: %1</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>From your data folder</source>
        <translation>Aus Ihrem Datenordner</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskPage</name>
    <message>
        <source>What should it still be good at?</source>
        <translation>Was soll es weiterhin gut können?</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Use my own file …</source>
        <translation>Eigene Datei verwenden …</translation>
    </message>
    <message>
        <source>Plain text (.txt), or one example a line (.jsonl, .csv) with the fields text, or prompt and completion, or question, choices and answer.</source>
        <translation>Reiner Text (.txt), oder ein Beispiel je Zeile (.jsonl, .csv) mit den Feldern text, oder prompt und completion, oder question, choices und answer.</translation>
    </message>
    <message>
        <source>How much of it to look at</source>
        <translation>Wie viel davon angesehen wird</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>How many pieces of text the gradients are taken on. More is steadier and slower.</source>
        <translation>Auf wie vielen Textstücken die Gradienten genommen werden. Mehr ist beständiger und langsamer.</translation>
    </message>
    <message>
        <source>Tokens per sample</source>
        <translation>Token je Probe</translation>
    </message>
    <message>
        <source>Length of a sample in tokens; never more than the model&apos;s context.</source>
        <translation>Länge einer Probe in Token; nie mehr als der Kontext des Modells.</translation>
    </message>
    <message>
        <source>What the model is shown</source>
        <translation>Was dem Modell gezeigt wird</translation>
    </message>
    <message>
        <source>Open a model to see the text as the model sees it.</source>
        <translation>Öffnen Sie ein Modell, um den Text so zu sehen, wie das Modell ihn sieht.</translation>
    </message>
    <message>
        <source>Preview of the task&apos;s text</source>
        <translation>Vorschau auf den Text der Aufgabe</translation>
    </message>
    <message>
        <source>Open a task file</source>
        <translation>Aufgabendatei öffnen</translation>
    </message>
    <message>
        <source>Task files (*.txt *.jsonl *.csv *.safetensors)</source>
        <translation>Aufgabendateien (*.txt *.jsonl *.csv *.safetensors)</translation>
    </message>
    <message>
        <source>up to %1 tokens in all</source>
        <translation>zusammen bis zu %1 Token</translation>
    </message>
    <message>
        <source>Loading the preview …</source>
        <translation>Vorschau wird geladen …</translation>
    </message>
    <message>
        <source>— sample %1, %2 tokens —</source>
        <translation>— Probe %1, %2 Token —</translation>
    </message>
    <message>
        <source>This task gives no samples.</source>
        <translation>Diese Aufgabe gibt keine Proben her.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation>
            <numerusform>Die erste Probe, wie das Modell sie sieht.</numerusform>
            <numerusform>Die ersten %n Proben, wie das Modell sie sieht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run saliency</source>
        <translation>Salienz berechnen</translation>
    </message>
    <message>
        <source>Finds the weights that this task needs.</source>
        <translation>Findet die Gewichte, die diese Aufgabe braucht.</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>Erst ein Modell öffnen.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorTableModel</name>
    <message>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TopWeightsModel</name>
    <message>
        <source>Kept in 16 bit under the present budget</source>
        <translation>Beim jetzigen Budget in 16 Bit erhalten</translation>
    </message>
    <message>
        <source>Quantized under the present budget</source>
        <translation>Beim jetzigen Budget quantisiert</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|Gradient|</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>The weight before quantization.</source>
        <translation>Das Gewicht vor der Quantisierung.</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.</source>
        <translation>Wie stark der Loss der Aufgabe auf dieses Gewicht reagiert, über die Proben summiert: Σ |∂L/∂W|.</translation>
    </message>
    <message>
        <source>What quantization alone would change: weight minus quantized weight.</source>
        <translation>Was die Quantisierung allein ändern würde: Gewicht minus quantisiertes Gewicht.</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: weights with the highest values are kept.</source>
        <translation>|Gradient · ΔW · W|: Gewichte mit den höchsten Werten bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Workflow</name>
    <message>
        <source>Preview of %1</source>
        <translation>Vorschau auf %1</translation>
    </message>
    <message>
        <source>Saliency of %1, %2 bit</source>
        <translation>Salienz von %1, %2 Bit</translation>
    </message>
    <message>
        <source>Quantize to %1 bit + %2</source>
        <translation>Auf %1 Bit + %2 quantisieren</translation>
    </message>
    <message>
        <source>%1 bit + %2</source>
        <translation>%1 Bit + %2</translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation>Perplexität vorher</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation>Perplexität nachher</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>Export nach %1</translation>
    </message>
</context>
</TS>
