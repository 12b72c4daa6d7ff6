<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BudgetPresets</name>
    <message>
        <source>Smallest</source>
        <translation>Kleinstes</translation>
    </message>
    <message>
        <source>2 bit + 0.35 %: as small as it gets; without the kept weights such a model would hardly speak.</source>
        <translation>2 Bit + 0,35 %: so klein, wie es geht; ohne die erhaltenen Gewichte könnte ein solches Modell kaum sprechen.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Wie im Paper</translation>
    </message>
    <message>
        <source>3 bit + 0.35 %: what the method&apos;s authors measured most.</source>
        <translation>3 Bit + 0,35 %: was die Autoren des Verfahrens am meisten gemessen haben.</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>4 bit in groups of 128 + 0.35 %: close to the original on most tasks.</source>
        <translation>4 Bit in Gruppen von 128 + 0,35 %: bei den meisten Aufgaben nahe am Original.</translation>
    </message>
</context>
<context>
    <name>ChosenRequests</name>
    <message>
        <source>Saliency of %1, %2 bit</source>
        <translation>Salienz von %1, %2 Bit</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Vorschau auf %1</translation>
    </message>
    <message>
        <source>Choose widths</source>
        <translation>Breiten wählen</translation>
    </message>
    <message>
        <source>Quantize to %1</source>
        <translation>Quantisieren auf %1</translation>
    </message>
</context>
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
        <source>Copy this message into a bug report.</source>
        <translation>Kopieren Sie diese Meldung in einen Fehlerbericht.</translation>
    </message>
    <message>
        <source>Resume goes on after what was finished.</source>
        <translation>„Fortsetzen“ macht hinter dem weiter, was fertig war.</translation>
    </message>
    <message>
        <source>Nothing finished is lost. Resume starts the engine again and goes on after what was finished.</source>
        <translation>Nichts Fertiges ist verloren. „Fortsetzen“ startet die Engine neu und macht hinter dem Fertigen weiter.</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>transformers, vLLM, SGLang</source>
        <translation>transformers, vLLM, SGLang</translation>
    </message>
    <message>
        <source>transformers, vLLM, SGLang, and anything else that loads Hugging Face folders</source>
        <translation>transformers, vLLM, SGLang und alles andere, was Hugging-Face-Ordner lädt</translation>
    </message>
    <message>
        <source>model.safetensors, config.json, the tokenizer, a model card, and how it was made</source>
        <translation>model.safetensors, config.json, der Tokenizer, eine Modellkarte und wie es entstanden ist</translation>
    </message>
    <message>
        <source>TaCQ packed</source>
        <translation>TaCQ, gepackt</translation>
    </message>
    <message>
        <source>The compact checkpoint: as small as the ledger says, to the byte.</source>
        <translation>Der kompakte Checkpoint: so klein, wie die Aufstellung sagt, auf das Byte genau.</translation>
    </message>
    <message>
        <source>TaCQ Workbench and its command line; others do not yet</source>
        <translation>TaCQ Workbench und ihre Befehlszeile; andere noch nicht</translation>
    </message>
    <message>
        <source>the packed weights, the kept weights, config.json, the tokenizer, a model card, and how it was made</source>
        <translation>die gepackten Gewichte, die erhaltenen Gewichte, config.json, der Tokenizer, eine Modellkarte und wie es entstanden ist</translation>
    </message>
    <message>
        <source>Quality of the smaller model, in a form every program loads: every weight is written in 16 bit (32 where the original has 32), however small the packed model is.</source>
        <translation>Die Güte des kleineren Modells in einer Form, die jedes Programm lädt: Jedes Gewicht wird in 16 Bit geschrieben (in 32, wo das Original 32 hat), wie klein das gepackte Modell auch ist.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>For a slide …</source>
        <translation>Für eine Folie …</translation>
    </message>
</context>
<context>
    <name>ExportSource</name>
    <message>
        <source>run #%1 · %2 · %3 · %4 bit</source>
        <translation>Lauf #%1 · %2 · %3 · %4 Bit</translation>
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
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>mean loss, nats</source>
        <translation>mittlerer Verlust, Nat</translation>
    </message>
    <message>
        <source>standard error of the mean loss</source>
        <translation>Standardfehler des mittleren Verlusts</translation>
    </message>
    <message>
        <source>KL mean, nats</source>
        <translation>KL im Mittel, Nat</translation>
    </message>
    <message>
        <source>KL 99 %, nats</source>
        <translation>KL 99 %, Nat</translation>
    </message>
    <message>
        <source>same first choice</source>
        <translation>gleiche erste Wahl</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>behaltene Gewichte</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>Bit je Gewicht</translation>
    </message>
    <message>
        <source>size in bytes</source>
        <translation>Größe in Byte</translation>
    </message>
    <message>
        <source>mean loss on the calibration text</source>
        <translation>mittlerer Verlust auf dem Kalibriertext</translation>
    </message>
    <message>
        <source>%1, evaluation text</source>
        <translation>%1, Auswertungstext</translation>
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
    <name>LessonReader</name>
    <message>
        <source>&quot;format&quot; is not &quot;tacq-lesson&quot;</source>
        <translation>„format“ ist nicht „tacq-lesson“</translation>
    </message>
    <message>
        <source>&quot;version&quot; is not %1</source>
        <translation>„version“ ist nicht %1</translation>
    </message>
    <message>
        <source>&quot;steps&quot; is not a list of at least one step</source>
        <translation>„steps“ ist keine Liste mit mindestens einem Schritt</translation>
    </message>
    <message>
        <source>mend that line; README.md beside the bundled lessons lists all that a lesson may say</source>
        <translation>Berichtigen Sie diese Zeile; README.md neben den mitgelieferten Lektionen nennt alles, was in einer Lektion stehen darf</translation>
    </message>
    <message>
        <source>an object in braces is wanted here</source>
        <translation>hier wird ein Objekt in geschweiften Klammern erwartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; known: %2</source>
        <translation>„%1“ ist hier nicht bekannt; bekannt: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number from %2 to %3</source>
        <translation>„%1“ ist keine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an object of texts by language, such as {&quot;en&quot;: &quot;…&quot;}</source>
        <translation>„%1“ ist kein Objekt mit Texten je Sprache, etwa {&quot;en&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a language such as en, de or zh_CN</source>
        <translation>„%1“ ist keine Sprache wie en, de oder zh_CN</translation>
    </message>
    <message>
        <source>there is no figure {%1}; known: %2</source>
        <translation>es gibt keinen Wert {%1}; bekannt: %2</translation>
    </message>
    <message>
        <source>&quot;do&quot; is not a list</source>
        <translation>„do“ ist keine Liste</translation>
    </message>
    <message>
        <source>&quot;wait&quot; is none of %1</source>
        <translation>„wait“ ist keines von %1</translation>
    </message>
    <message>
        <source>&quot;action&quot; is none of %1</source>
        <translation>„action“ ist keines von %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>&quot;fraction&quot; is not a number from 0 to 1</source>
        <translation>„fraction“ ist keine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>&quot;as&quot; is not a name of letters and digits</source>
        <translation>„as“ ist kein Name aus Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is none of q, k, v, o, gate, up, down</source>
        <translation>„kind“ ist keines von q, k, v, o, gate, up, down</translation>
    </message>
    <message>
        <source>look for a missing comma, quote or bracket at or before that line</source>
        <translation>Suchen Sie in oder vor dieser Zeile nach einem fehlenden Komma, Anführungszeichen oder einer fehlenden Klammer</translation>
    </message>
</context>
<context>
    <name>MetricRegistry</name>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. ± one standard error over windows.</source>
        <translation>exp(mittlere negative Log-Likelihood) auf dem Auswertungstext der Aufgabe: kleiner ist besser. ± ein Standardfehler über die Fenster.</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>anderer Text</translation>
    </message>
    <message>
        <source>Perplexity on a text that the model was not made for: it shows what was lost elsewhere. Lower is better.</source>
        <translation>Perplexität auf einem Text, für den das Modell nicht gemacht wurde: Sie zeigt, was anderswo verloren ging. Kleiner ist besser.</translation>
    </message>
    <message>
        <source>KL mean</source>
        <translation>KL-Mittel</translation>
    </message>
    <message>
        <source>How far the smaller model&apos;s next-token probabilities lie from the original&apos;s, on average over the task&apos;s evaluation text. Lower is better; 0: the same.</source>
        <translation>Wie weit die Wahrscheinlichkeiten des kleineren Modells für das nächste Token von denen des Originals abweichen, im Mittel über den Auswertungstext der Aufgabe. Kleiner ist besser; 0: gleich.</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>Nat</translation>
    </message>
    <message>
        <source>KL 99 %</source>
        <translation>KL 99 %</translation>
    </message>
    <message>
        <source>The KL divergence that 99 of 100 tokens stay below: how bad the worst tokens are. Lower is better.</source>
        <translation>Die KL-Divergenz, unter der 99 von 100 Token bleiben: wie schlecht die schlechtesten Token sind. Kleiner ist besser.</translation>
    </message>
    <message>
        <source>top 1 agrees</source>
        <translation>Top 1 gleich</translation>
    </message>
    <message>
        <source>Share of positions where both models find the same token most likely. Higher is better.</source>
        <translation>Anteil der Stellen, an denen beide Modelle dasselbe Token am wahrscheinlichsten finden. Größer ist besser.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>up to %1 bits</source>
        <translation>bis %1 Bit</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 bit + %2</source>
        <translation>%1 Bit + %2</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>Gruppen zu %1</translation>
    </message>
    <message>
        <source>one scale a row</source>
        <translation>eine Skala je Zeile</translation>
    </message>
    <message>
        <source>mixed widths</source>
        <translation>gemischte Breiten</translation>
    </message>
    <message>
        <source>one width</source>
        <translation>eine Breite</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>asymmetrisch</translation>
    </message>
    <message>
        <source>embeddings %1 bit</source>
        <translation>Einbettungen %1 Bit</translation>
    </message>
    <message>
        <source>by TaCQ</source>
        <translation>nach TaCQ</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1 × %2 tokens</source>
        <translation>%1 × %2 Token</translation>
    </message>
    <message>
        <source>loss on answers</source>
        <translation>Verlust auf Antworten</translation>
    </message>
    <message>
        <source>loss on all tokens</source>
        <translation>Verlust auf allen Token</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
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
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generieren</translation>
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
        <source>Make it smaller</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>One matrix at full size, down to a single weight; two runs side by side or subtracted.</source>
        <translation>Eine Matrix in voller Größe, bis zum einzelnen Gewicht; zwei Läufe nebeneinander oder voneinander abgezogen.</translation>
    </message>
    <message>
        <source>How every bit is spent: widths per tensor, fit to a size or a machine, and measured runs beside each other.</source>
        <translation>Wofür jedes Bit ausgegeben wird: Breiten je Tensor, passend zu einer Größe oder einem Rechner, und gemessene Läufe nebeneinander.</translation>
    </message>
    <message>
        <source>Make the smaller model, and measure it beside the original.</source>
        <translation>Das kleinere Modell erzeugen und neben dem Original messen.</translation>
    </message>
    <message>
        <source>Both models write side by side, and you see where the smaller one differs.</source>
        <translation>Beide Modelle schreiben nebeneinander, und man sieht, wo das kleinere abweicht.</translation>
    </message>
    <message>
        <source>Short guided tours, from why two bits hurt to how two tasks differ.</source>
        <translation>Kurze Führungen, von der Frage, warum zwei Bit schmerzen, bis zum Unterschied zweier Aufgaben.</translation>
    </message>
    <message>
        <source>All of it in one go: four questions, one button, and a smaller model for what you use it for (Ctrl+M).</source>
        <translation>Alles auf einmal: vier Fragen, ein Knopf und ein kleineres Modell für das, wofür Sie es brauchen (Strg+M).</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>The words of these pages, explained.</source>
        <translation>Die Wörter dieser Seiten, erklärt.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>on %1 perplexity %2</source>
        <translation>auf %1 Perplexität %2</translation>
    </message>
    <message>
        <source>on other text (%1) %2</source>
        <translation>auf anderem Text (%1) %2</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>On %1 tokens of %2 and %3 of %4.</source>
        <translation>Auf %1 Token von %2 und %3 von %4.</translation>
    </message>
    <message>
        <source>On %1 tokens of %2.</source>
        <translation>Auf %1 Token von %2.</translation>
    </message>
</context>
<context>
    <name>SaliencyCatalogue</name>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>Gruppen von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n Probe</numerusform>
            <numerusform>%n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>the other</source>
        <translation>der andere</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>This run by %1, %2</source>
        <translation>Dieser Lauf nach %1, %2</translation>
    </message>
    <message>
        <source>numbers drawn at random</source>
        <translation>zufällig gezogene Zahlen</translation>
    </message>
    <message>
        <source>one scale a row</source>
        <translation>eine Skala je Zeile</translation>
    </message>
    <message>
        <source>round to nearest</source>
        <translation>Runden zum nächsten Wert</translation>
    </message>
</context>
<context>
    <name>SlideDialog</name>
    <message>
        <source>A picture for a slide</source>
        <translation>Ein Bild für eine Folie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Stands above the picture; empty: none.</source>
        <translation>Steht über dem Bild; leer: keiner.</translation>
    </message>
    <message>
        <source>Axes and units</source>
        <translation>Achsen und Einheiten</translation>
    </message>
    <message>
        <source>Stands below the picture: what goes to the right, what goes up, and in which unit; empty: nothing.</source>
        <translation>Steht unter dem Bild: was nach rechts geht, was nach oben, und in welcher Einheit; leer: nichts.</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Größe in Pixeln</translation>
    </message>
    <message>
        <source>As large as the screen or the page that it will be shown on.</source>
        <translation>So groß wie der Bildschirm oder die Seite, auf der es gezeigt wird.</translation>
    </message>
    <message>
        <source>How the slide will look</source>
        <translation>Wie die Folie aussehen wird</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>As PNG or PDF, by the ending of the name.</source>
        <translation>Als PNG oder PDF, nach der Endung des Namens.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Puts the picture on the clipboard.</source>
        <translation>Legt das Bild in die Zwischenablage.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
</context>
<context>
    <name>SmallerWords</name>
    <message>
        <source>a few seconds</source>
        <translation>einige Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>etwa %n Sekunde</numerusform>
            <numerusform>etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>etwa %n Stunde</numerusform>
            <numerusform>etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (exactly %2)</source>
        <translation>%1 (genau %2)</translation>
    </message>
    <message>
        <source>%1, %2 times smaller than now</source>
        <translation>%1, %2-mal kleiner als jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n bit(s) for most weights, %1 of them left exact</source>
        <translation>
            <numerusform>%n Bit für die meisten Gewichte, %1 davon bleiben exakt</numerusform>
            <numerusform>%n Bit für die meisten Gewichte, %1 davon bleiben exakt</numerusform>
        </translation>
    </message>
    <message>
        <source>, a scale for every %1</source>
        <translation>, eine Skala für je %1</translation>
    </message>
    <message>
        <source>, word table in 8 bits</source>
        <translation>, Worttabelle in 8 Bit</translation>
    </message>
    <message numerus="yes">
        <source>up to %n piece(s) of text</source>
        <translation>
            <numerusform>bis zu %n Textstück</numerusform>
            <numerusform>bis zu %n Textstücke</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 tokens each</source>
        <translation>, je %1 Token</translation>
    </message>
    <message>
        <source>not known yet: it is measured when the model is made</source>
        <translation>noch nicht bekannt: wird gemessen, wenn das Modell erzeugt wird</translation>
    </message>
    <message>
        <source>perplexity %1, measured with these very settings</source>
        <translation>Perplexität %1, mit genau diesen Einstellungen gemessen</translation>
    </message>
    <message>
        <source>not known yet; %1 was measured before: perplexity %2</source>
        <translation>noch nicht bekannt; %1 wurde schon gemessen: Perplexität %2</translation>
    </message>
    <message>
        <source>not known yet; one of %1 was measured before: perplexity %2</source>
        <translation>noch nicht bekannt; eines mit %1 wurde schon gemessen: Perplexität %2</translation>
    </message>
    <message>
        <source>That is too small for this model. The smallest possible is %1.</source>
        <translation>Das ist zu klein für dieses Modell. Möglich sind mindestens %1.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept; Resume goes on from there.</source>
        <translation>Angehalten. Was fertig ist, bleibt; „Fortsetzen“ macht von dort weiter.</translation>
    </message>
    <message>
        <source>It stopped with an error. What is finished is kept; Resume tries again from there.</source>
        <translation>Mit einem Fehler stehen geblieben. Was fertig ist, bleibt; „Fortsetzen“ versucht es von dort noch einmal.</translation>
    </message>
    <message>
        <source>Now %1 instead of %2</source>
        <translation>Jetzt %1 statt %2</translation>
    </message>
    <message>
        <source>On %1 its perplexity went from %2 to %3 (lower is better).</source>
        <translation>Auf %1 ging die Perplexität von %2 auf %3 (kleiner ist besser).</translation>
    </message>
    <message>
        <source>Perplexity says between how many possible next pieces of a word the model hesitates, on average. </source>
        <translation>Perplexität sagt, zwischen wie vielen möglichen nächsten Wortstücken das Modell im Mittel schwankt. </translation>
    </message>
    <message>
        <source>Both models are so close that this much text cannot tell them apart. </source>
        <translation>Beide Modelle liegen so nah beieinander, dass so viel Text sie nicht unterscheiden kann. </translation>
    </message>
    <message>
        <source>The smaller model hesitates between %1 more of them than the original. </source>
        <translation>Das kleinere Modell schwankt zwischen %1 mehr davon als das Original. </translation>
    </message>
    <message>
        <source>The smaller model hesitates between %1 fewer of them than the original. </source>
        <translation>Das kleinere Modell schwankt zwischen %1 weniger davon als das Original. </translation>
    </message>
    <message>
        <source>The text it was measured on was not used to make it.</source>
        <translation>Der Text, auf dem gemessen wurde, diente nicht zum Erzeugen.</translation>
    </message>
    <message>
        <source>It was measured on the same examples that it was made with: on other text it may do worse.</source>
        <translation>Gemessen wurde auf denselben Beispielen, mit denen es erzeugt wurde: Auf anderem Text kann es schlechter sein.</translation>
    </message>
    <message>
        <source>It lies in %1</source>
        <translation>Es liegt in %1</translation>
    </message>
    <message>
        <source>The folder for other programs is %1. It holds %2, because those programs need 16 bits for every weight. The small model itself lies in %3</source>
        <translation>Der Ordner für andere Programme ist %1. Er umfasst %2, denn diese Programme brauchen 16 Bit für jedes Gewicht. Das kleine Modell selbst liegt in %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n bit(s) for most weights</source>
        <translation>
            <numerusform>%1 · %n Bit für die meisten Gewichte</numerusform>
            <numerusform>%1 · %n Bit für die meisten Gewichte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · recommended</source>
        <translation>%1 · empfohlen</translation>
    </message>
    <message>
        <source>One of about this size was measured before: perplexity %1, the original %2. %3.</source>
        <translation>Eines von etwa dieser Größe wurde schon gemessen: Perplexität %1, das Original %2. %3.</translation>
    </message>
    <message>
        <source>One of about this size was measured before: perplexity %1.</source>
        <translation>Eines von etwa dieser Größe wurde schon gemessen: Perplexität %1.</translation>
    </message>
    <message>
        <source>Often too much: a model of 135 million weights hesitated between 2.4 times as many words on school mathematics.</source>
        <translation>Oft zu viel: Ein Modell mit 135 Millionen Gewichten schwankte bei Schulmathematik zwischen 2,4-mal so vielen Wörtern.</translation>
    </message>
    <message>
        <source>Mostly a little worse: a model of 135 million weights hesitated between 1.2 times as many words on school mathematics.</source>
        <translation>Meist etwas schlechter: Ein Modell mit 135 Millionen Gewichten schwankte bei Schulmathematik zwischen 1,2-mal so vielen Wörtern.</translation>
    </message>
    <message>
        <source>The closest to the original of these sizes. How close is measured once it is made.</source>
        <translation>Von diesen Größen dem Original am nächsten. Wie nah, wird gemessen, sobald es fertig ist.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 · %2 left in all</source>
        <translation>%1 · insgesamt noch %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>About as good as the original</source>
        <translation>Etwa so gut wie das Original</translation>
    </message>
    <message>
        <source>A little worse than the original, and still good for its job</source>
        <translation>Etwas schlechter als das Original und für seine Aufgabe noch gut</translation>
    </message>
    <message>
        <source>Noticeably worse than the original</source>
        <translation>Merklich schlechter als das Original</translation>
    </message>
    <message>
        <source>Too damaged to be of use</source>
        <translation>Zu stark beschädigt, um von Nutzen zu sein</translation>
    </message>
    <message>
        <source>%1: try %2</source>
        <translation>%1: versuchen Sie %2</translation>
    </message>
    <message>
        <source>By the measured loss, the mean surprise at a token in nats. Up to %1 more than the original&apos;s: about as good. Up to %2: a little worse. Up to %3: noticeably worse. Beyond that: too damaged.</source>
        <translation>Nach dem gemessenen Verlust, der mittleren Überraschung über ein Token in Nat. Bis zu %1 mehr als beim Original: etwa so gut. Bis zu %2: etwas schlechter. Bis zu %3: merklich schlechter. Darüber: zu stark beschädigt.</translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
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
    <message>
        <source>Fetching</source>
        <translation>Wird geholt</translation>
    </message>
    <message>
        <source>Measuring this machine</source>
        <translation>Dieser Rechner wird vermessen</translation>
    </message>
    <message>
        <source>Writing text</source>
        <translation>Text wird geschrieben</translation>
    </message>
    <message>
        <source>What each width would cost</source>
        <translation>Was jede Breite kosten würde</translation>
    </message>
    <message>
        <source>Choosing widths</source>
        <translation>Breiten wählen</translation>
    </message>
    <message>
        <source>Tuning the circuit</source>
        <translation>Schaltkreis nachstimmen</translation>
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
        <translation>%1 und %2: %3</translation>
    </message>
    <message>
        <source>%1 samples, %2 tokens</source>
        <translation>%1 Proben, %2 Token</translation>
    </message>
    <message>
        <source>%1 of them carry the loss</source>
        <translation>%1 davon tragen den Loss</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) cut off at the end</source>
        <translation>
            <numerusform>%n Probe am Ende abgeschnitten</numerusform>
            <numerusform>%n Proben am Ende abgeschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n Duplikat</numerusform>
            <numerusform>%n Duplikate</numerusform>
        </translation>
    </message>
    <message>
        <source>Clean: nothing of the text for finding the circuit stands in the text for measuring.</source>
        <translation>Sauber: Nichts aus dem Text zum Finden des Schaltkreises steht im Text zum Messen.</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) stand in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.</source>
        <translation>
            <numerusform>%n Beispiel steht in beiden Texten, dem zum Finden des Schaltkreises und dem zum Messen: Das Gemessene wird besser aussehen, als es ist.</numerusform>
            <numerusform>%n Beispiele stehen in beiden Texten, dem zum Finden des Schaltkreises und dem zum Messen: Das Gemessene wird besser aussehen, als es ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked whether both texts share examples: %1</source>
        <translation>Nicht geprüft, ob beide Texte gemeinsame Beispiele haben: %1</translation>
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
        <translation>Webseiten, eine je Zeile</translation>
    </message>
    <message>
        <source>C4, reference windows</source>
        <translation>C4, Vergleichsfenster</translation>
    </message>
    <message>
        <source>Windows from the start for calibration, from window 40 on for evaluation: the ids of published reference runs</source>
        <translation>Fenster vom Anfang an zur Kalibrierung, ab Fenster 40 zur Bewertung: die Token veröffentlichter Vergleichsläufe</translation>
    </message>
    <message>
        <source>GSM8K</source>
        <translation>GSM8K</translation>
    </message>
    <message>
        <source>Grade-school mathematics problems with worked solutions</source>
        <translation>Textaufgaben der Grundschule mit ausgearbeiteten Lösungen</translation>
    </message>
    <message>
        <source>GSM8K, 8-shot chain of thought</source>
        <translation>GSM8K, acht Beispiele mit Gedankengang</translation>
    </message>
    <message>
        <source>Eight worked examples in random order, then the problem with its own solution: the published TaCQ recipe</source>
        <translation>Acht ausgearbeitete Beispiele in zufälliger Folge, dann die Aufgabe mit ihrer eigenen Lösung: das veröffentlichte Rezept von TaCQ</translation>
    </message>
    <message>
        <source>TinyStories</source>
        <translation>TinyStories</translation>
    </message>
    <message>
        <source>Short stories in simple English: what the bundled sample model was trained on</source>
        <translation>Kurze Geschichten in einfachem Englisch: worauf das mitgelieferte Beispielmodell trainiert wurde</translation>
    </message>
    <message>
        <source>TinyStories, reference windows</source>
        <translation>TinyStories, Vergleichsfenster</translation>
    </message>
    <message>
        <source>Even windows of the whole text for calibration, odd ones for evaluation, from the start: the ids of published reference runs</source>
        <translation>Gerade Fenster des ganzen Textes zur Kalibrierung, ungerade zur Bewertung, vom Anfang an: die Token veröffentlichter Vergleichsläufe</translation>
    </message>
    <message>
        <source>WikiText-2</source>
        <translation>WikiText-2</translation>
    </message>
    <message>
        <source>Encyclopedia articles; the usual perplexity text</source>
        <translation>Artikel einer Enzyklopädie; der übliche Text für die Perplexität</translation>
    </message>
</context>
<context>
    <name>TensorErrors</name>
    <message>
        <source>%1
not done yet</source>
        <translation>%1
noch nicht fertig</translation>
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
Σ(W − Ŵ)² %2, im simulierten Durchgang %3</translation>
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
    <name>WindowErrors</name>
    <message>
        <source>there is no saliency to choose kept weights from</source>
        <translation>es gibt keine Salienz, nach der erhaltene Gewichte gewählt werden könnten</translation>
    </message>
    <message>
        <source>run saliency first</source>
        <translation>zuerst die Salienz berechnen</translation>
    </message>
    <message>
        <source>the workspace cannot be written to</source>
        <translation>in den Arbeitsbereich kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the task has no text to measure on</source>
        <translation>die Aufgabe hat keinen Text zum Messen</translation>
    </message>
    <message>
        <source>cannot read back a file of the temporary folder</source>
        <translation>eine Datei des temporären Ordners lässt sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>the examples are too short</source>
        <translation>die Beispiele sind zu kurz</translation>
    </message>
    <message>
        <source>paste a few paragraphs of what the model will be used for</source>
        <translation>einige Absätze von dem einfügen, wofür das Modell gebraucht wird</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>den Pfad prüfen</translation>
    </message>
    <message>
        <source>choose a text (.txt), or one example a line (.jsonl, .csv)</source>
        <translation>einen Text (.txt) wählen oder ein Beispiel je Zeile (.jsonl, .csv)</translation>
    </message>
    <message>
        <source>this is not a file of examples</source>
        <translation>das ist keine Datei mit Beispielen</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file holds no text</source>
        <translation>die Datei enthält keinen Text</translation>
    </message>
    <message>
        <source>rows outside the matrix, or a buffer of another size</source>
        <translation>Zeilen außerhalb der Matrix oder ein Puffer anderer Größe</translation>
    </message>
    <message>
        <source>single weights are on another computer</source>
        <translation>die einzelnen Gewichte liegen auf einem anderen Computer</translation>
    </message>
    <message>
        <source>wait until they have come</source>
        <translation>warten, bis sie da sind</translation>
    </message>
    <message>
        <source>the window is closed</source>
        <translation>das Fenster ist geschlossen</translation>
    </message>
    <message>
        <source>the engine sent another number of weights</source>
        <translation>die Engine hat eine andere Anzahl Gewichte geschickt</translation>
    </message>
    <message>
        <source>the engine went away</source>
        <translation>die Engine ist nicht mehr da</translation>
    </message>
    <message>
        <source>the model has no such tensor any more</source>
        <translation>das Modell hat diesen Tensor nicht mehr</translation>
    </message>
    <message>
        <source>open the model again</source>
        <translation>das Modell neu öffnen</translation>
    </message>
    <message>
        <source>the sketches do not reach this far</source>
        <translation>so weit reichen die Skizzen nicht</translation>
    </message>
    <message>
        <source>choose a smaller share</source>
        <translation>einen kleineren Anteil wählen</translation>
    </message>
    <message>
        <source>the file is larger than 64 MiB</source>
        <translation>die Datei ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>copy it to the engine&apos;s computer, or use a smaller one</source>
        <translation>auf den Computer der Engine kopieren oder eine kleinere verwenden</translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation>es ist kein Modell geöffnet</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>See which few weights of a language model carry a task, and make the rest smaller.</source>
        <translation>Sehen, welche wenigen Gewichte eines Sprachmodells eine Aufgabe tragen, und den Rest verkleinern.</translation>
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
    <message>
        <source>A model to open at once, or the number of a run in the workspace.</source>
        <translation>Ein Modell, das gleich geöffnet wird, oder die Nummer eines Laufs im Arbeitsbereich.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::AnatomyCard</name>
    <message>
        <source>Where the circuit sits</source>
        <translation>Wo der Schaltkreis sitzt</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Gezählt nach</translation>
    </message>
    <message>
        <source>Where the kept weights sit</source>
        <translation>Wo die erhaltenen Gewichte sitzen</translation>
    </message>
    <message>
        <source>where the circuit sits</source>
        <translation>wo der Schaltkreis sitzt</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Kept weights of each transformer block.</source>
        <translation>Erhaltene Gewichte jedes Transformer-Blocks.</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Kept weights of each kind of matrix, over all layers.</source>
        <translation>Erhaltene Gewichte jeder Art von Matrix, über alle Schichten.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Kept weights of each attention head: its rows of q, k and v, its columns of o.</source>
        <translation>Erhaltene Gewichte jedes Attention-Kopfes: seine Zeilen von q, k und v, seine Spalten von o.</translation>
    </message>
    <message>
        <source>Rows, columns</source>
        <translation>Zeilen, Spalten</translation>
    </message>
    <message>
        <source>The single outputs (rows) and inputs (columns) hit most. Click one to see it in the matrix.</source>
        <translation>Die einzelnen Ausgänge (Zeilen) und Eingänge (Spalten), die am meisten getroffen sind. Anklicken zeigt einen in der Matrix.</translation>
    </message>
    <message>
        <source>Share of the circuit by place</source>
        <translation>Anteil am Schaltkreis nach Ort</translation>
    </message>
    <message>
        <source>Flow of the circuit from layer to layer</source>
        <translation>Fluss des Schaltkreises von Schicht zu Schicht</translation>
    </message>
    <message>
        <source>flow from layer to layer</source>
        <translation>Fluss von Schicht zu Schicht</translation>
    </message>
    <message>
        <source>How often a kept weight that writes a channel in one layer meets a kept weight that reads it in a later one, over chance. 1: as by chance.</source>
        <translation>Wie oft ein erhaltenes Gewicht, das in einer Schicht einen Kanal schreibt, auf ein erhaltenes Gewicht trifft, das ihn in einer späteren liest, im Verhältnis zum Zufall. 1: wie durch Zufall.</translation>
    </message>
    <message>
        <source>Flow between layers, times chance</source>
        <translation>Fluss zwischen Schichten, Vielfaches des Zufalls</translation>
    </message>
    <message>
        <source>The sketch does not reach this far: choose a smaller share.</source>
        <translation>So weit reicht die Skizze nicht: Wählen Sie einen kleineren Anteil.</translation>
    </message>
    <message>
        <source>%1 kept weights</source>
        <translation>%1 erhaltene Gewichte</translation>
    </message>
    <message>
        <source>%1: %2 of the circuit, %3 of its weights are kept</source>
        <translation>%1: %2 des Schaltkreises, %3 der Gewichte hier sind erhalten</translation>
    </message>
    <message>
        <source>if spread evenly</source>
        <translation>bei gleichmäßiger Verteilung</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to layer</source>
        <translation>zu Schicht</translation>
    </message>
    <message>
        <source>Layer %1 to layer %2: kept writers and readers share channels %3 times as often as by chance.</source>
        <translation>Schicht %1 zu Schicht %2: Erhaltene Schreiber und Leser teilen sich %3-mal so oft Kanäle wie durch Zufall.</translation>
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
        <source>Widths of single tensors, symmetry and embeddings are set on the Budget page.</source>
        <translation>Breiten einzelner Tensoren, Symmetrie und Embeddings werden auf der Seite „Budget“ eingestellt.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetModel</name>
    <message>
        <source>share kept in 16 bit</source>
        <translation>Anteil, der in 16 Bit erhalten bleibt</translation>
    </message>
    <message>
        <source>base bits</source>
        <translation>Grundbreite in Bit</translation>
    </message>
    <message>
        <source>group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>symmetry</source>
        <translation>Symmetrie</translation>
    </message>
    <message>
        <source>bits of the embeddings</source>
        <translation>Bits der Embeddings</translation>
    </message>
    <message>
        <source>what chooses the kept weights</source>
        <translation>was die behaltenen Gewichte auswählt</translation>
    </message>
</context>
<context>
    <name>tacq::ui::BudgetPage</name>
    <message>
        <source>Open a model, choose a task and run saliency: then every bit of the smaller model can be spent here, and seen at once.</source>
        <translation>Öffnen Sie ein Modell, wählen Sie eine Aufgabe und starten Sie die Salienz: Dann lässt sich hier jedes Bit des kleineren Modells ausgeben, und die Wirkung ist sofort zu sehen.</translation>
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
    <name>tacq::ui::CircuitPage</name>
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
    <message>
        <source>Shown beside the map</source>
        <translation>Neben der Karte gezeigt</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>The weights of the matrix chosen in the map.</source>
        <translation>Die Gewichte der in der Karte gewählten Matrix.</translation>
    </message>
    <message>
        <source>Where it sits</source>
        <translation>Wo er sitzt</translation>
    </message>
    <message>
        <source>The circuit&apos;s share per layer, module and head, the rows and columns hit most, and its flow from layer to layer.</source>
        <translation>Der Anteil des Schaltkreises je Schicht, Modul und Kopf, die am meisten getroffenen Zeilen und Spalten, und sein Fluss von Schicht zu Schicht.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>How this circuit differs from that of another task, width or seed.</source>
        <translation>Wie sich dieser Schaltkreis von dem einer anderen Aufgabe, einer anderen Breite oder eines anderen Seeds unterscheidet.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::CircuitSharesModel</name>
    <message>
        <source>layer %1 %2</source>
        <translation>Schicht %1 %2</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation>%1, Spalte %2</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>layer %1 %2, head %3</source>
        <translation>Schicht %1 %2, Kopf %3</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>of the circuit</source>
        <translation>vom Schaltkreis</translation>
    </message>
    <message>
        <source>of its weights</source>
        <translation>der Gewichte hier</translation>
    </message>
    <message>
        <source>Weights here that the present budget keeps in 16 bit.</source>
        <translation>Gewichte hier, die das jetzige Budget in 16 Bit erhält.</translation>
    </message>
    <message>
        <source>Kept weights here over all kept weights of the model.</source>
        <translation>Erhaltene Gewichte hier, geteilt durch alle erhaltenen Gewichte des Modells.</translation>
    </message>
    <message>
        <source>Kept weights here over all weights here.</source>
        <translation>Erhaltene Gewichte hier, geteilt durch alle Gewichte hier.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::CleanupLine</name>
    <message>
        <source>Artifacts that no finished run names, unfinished work that nobody is at, and damaged ones. Models that were written elsewhere are not touched.</source>
        <translation>Artefakte, die kein fertiger Lauf nennt, unfertige Arbeit, an der niemand ist, und beschädigte. Anderswo geschriebene Modelle bleiben unberührt.</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Älter als</translation>
    </message>
    <message>
        <source>Age in days of what is cleaned up</source>
        <translation>Alter in Tagen dessen, was aufgeräumt wird</translation>
    </message>
    <message>
        <source>What is younger stays, even if no run names it. 0: everything that no run names.</source>
        <translation>Jüngeres bleibt, auch wenn kein Lauf es nennt. 0: alles, was kein Lauf nennt.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Removes it for good. Whatever is needed again is made again.</source>
        <translation>Entfernt es endgültig. Was wieder gebraucht wird, wird neu gemacht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Removes nothing.</source>
        <translation>Entfernt nichts.</translation>
    </message>
    <message>
        <source>Looking what the workspace holds …</source>
        <translation>Sieht nach, was der Arbeitsbereich enthält …</translation>
    </message>
    <message>
        <source>Cleaning up …</source>
        <translation>Räumt auf …</translation>
    </message>
    <message>
        <source>What a clean-up would free</source>
        <translation>Was ein Aufräumen freigäbe</translation>
    </message>
    <message>
        <source>Clean up the workspace</source>
        <translation>Arbeitsbereich aufräumen</translation>
    </message>
    <message>
        <source>The workspace could not be looked through now; the message above says why.</source>
        <translation>Der Arbeitsbereich konnte jetzt nicht durchgesehen werden; die Meldung oben sagt, warum.</translation>
    </message>
    <message numerus="yes">
        <source>The workspace holds %1 in %n artifact(s); %2 are free on its disk.</source>
        <translation>
            <numerusform>Der Arbeitsbereich enthält %1 in %n Artefakt; %2 sind auf seiner Platte frei.</numerusform>
            <numerusform>Der Arbeitsbereich enthält %1 in %n Artefakten; %2 sind auf seiner Platte frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s), %1</source>
        <translation>
            <numerusform>%n Artefakt, %1</numerusform>
            <numerusform>%n Artefakte, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Freed: %1.</source>
        <translation>Freigegeben: %1.</translation>
    </message>
    <message>
        <source>Nobody needs any more: %1.</source>
        <translation>Niemand braucht mehr: %1.</translation>
    </message>
    <message>
        <source>There is nothing to clean up of that age.</source>
        <translation>Von diesem Alter gibt es nichts aufzuräumen.</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>%1 freigeben</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ComparisonCard</name>
    <message>
        <source>How two circuits differ</source>
        <translation>Wie sich zwei Schaltkreise unterscheiden</translation>
    </message>
    <message>
        <source>choose another run …</source>
        <translation>anderen Lauf wählen …</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleichen</translation>
    </message>
    <message>
        <source>Jaccard index: weights that both circuits keep over weights that either keeps. 1: the same circuit; 0: no weight in common.</source>
        <translation>Jaccard-Index: Gewichte, die beide Schaltkreise erhalten, geteilt durch Gewichte, die mindestens einer erhält. 1: derselbe Schaltkreis; 0: kein gemeinsames Gewicht.</translation>
    </message>
    <message>
        <source>Jaccard index per layer</source>
        <translation>Jaccard-Index je Schicht</translation>
    </message>
    <message>
        <source>Which circuit keeps more, layer by module</source>
        <translation>Welcher Schaltkreis mehr erhält, Schicht mal Modul</translation>
    </message>
    <message>
        <source>which circuit keeps more</source>
        <translation>welcher Schaltkreis mehr erhält</translation>
    </message>
    <message>
        <source>Overlap per matrix</source>
        <translation>Überlappung je Matrix</translation>
    </message>
    <message>
        <source>overlap of two circuits</source>
        <translation>Überlappung zweier Schaltkreise</translation>
    </message>
    <message>
        <source>There is no other run of this model yet. Run saliency for another task or seed, and come back.</source>
        <translation>Es gibt noch keinen anderen Lauf dieses Modells. Berechnen Sie die Salienz für eine andere Aufgabe oder einen anderen Seed, und kommen Sie zurück.</translation>
    </message>
    <message>
        <source>These two cannot be compared at this share: choose a smaller one, or a run of the same model.</source>
        <translation>Diese beiden lassen sich bei diesem Anteil nicht vergleichen: Wählen Sie einen kleineren oder einen Lauf desselben Modells.</translation>
    </message>
    <message>
        <source>Jaccard index %1</source>
        <translation>Jaccard-Index %1</translation>
    </message>
    <message>
        <source>%1 of %2 kept weights are the same; circuits as large drawn at random within each matrix would give %3.</source>
        <translation>%1 von %2 erhaltenen Gewichten sind gleich; ebenso große Schaltkreise, in jeder Matrix zufällig gezogen, ergäben %3.</translation>
    </message>
    <message>
        <source>Layer %1: Jaccard index %2, by chance %3</source>
        <translation>Schicht %1: Jaccard-Index %2, durch Zufall %3</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
    <message>
        <source>%1 over %2: kept weights</source>
        <translation>%1 über %2: behaltene Gewichte</translation>
    </message>
    <message>
        <source>Weights that %1 keeps over those that %2 keeps: orange where %1 keeps more, purple where %2 does.</source>
        <translation>Gewichte, die %1 behält, geteilt durch die, die %2 behält: orange, wo %1 mehr behält, violett, wo %2 mehr behält.</translation>
    </message>
    <message>
        <source>%1
%2 keeps %3, %4 keeps %5, both %6 (by chance %7)
double-click opens the matrix</source>
        <translation>%1
%2 behält %3, %4 behält %5, beide %6 (durch Zufall %7)
Doppelklick öffnet die Matrix</translation>
    </message>
    <message>
        <source>Another saliency of this model: of another task, width or seed, from this session or the workspace; or this run by another score, which is made when you choose it.</source>
        <translation>Eine andere Salienz dieses Modells: mit anderer Aufgabe, anderer Breite oder anderem Seed, aus dieser Sitzung oder dem Arbeitsbereich; oder dieser Lauf nach einem anderen Maß, das beim Auswählen berechnet wird.</translation>
    </message>
    <message>
        <source>The circuit to compare with is on its way: a new score takes one pass over the model&apos;s weights.</source>
        <translation>Der Schaltkreis zum Vergleichen ist unterwegs: Ein neues Maß braucht einen Durchgang durch die Gewichte des Modells.</translation>
    </message>
    <message>
        <source>Choose another run of this model (another task, width or seed), or this run by another score.</source>
        <translation>Wählen Sie einen anderen Lauf dieses Modells (andere Aufgabe, andere Breite oder anderer Seed) oder diesen Lauf nach einem anderen Maß.</translation>
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
    <name>tacq::ui::ExportFormatsModel</name>
    <message>
        <source>known once written</source>
        <translation>nach dem Schreiben bekannt</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>low-bit</source>
        <translation>wenige Bits</translation>
    </message>
    <message>
        <source>16 bit or more</source>
        <translation>16 Bit oder mehr</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>runs in</source>
        <translation>läuft in</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bytes of the weight files.</source>
        <translation>Bytes der Gewichtsdateien.</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>Wo wird es laufen?</translation>
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
        <source>Folder to write into</source>
        <translation>Ordner, in den geschrieben wird</translation>
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
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>What the smaller model can be written as. The size is that of the weight files.</source>
        <translation>In welchen Formen das kleinere Modell geschrieben werden kann. Die Größe ist die der Gewichtsdateien.</translation>
    </message>
    <message>
        <source>formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bytes of the weight files, known before they are written.</source>
        <translation>Bytes der Gewichtsdateien, schon vor dem Schreiben bekannt.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Perplexity on the task&apos;s evaluation text: exp(mean negative log-likelihood), lower is better. ± one standard error.</source>
        <translation>Perplexität auf dem Auswertungstext der Aufgabe: exp(mittlere negative Log-Likelihood), kleiner ist besser. ± ein Standardfehler.</translation>
    </message>
    <message>
        <source>Loads in</source>
        <translation>Ladbar in</translation>
    </message>
    <message>
        <source>Programs that load this format as it is.</source>
        <translation>Programme, die dieses Format so laden, wie es ist.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What the folder will hold.</source>
        <translation>Was der Ordner enthalten wird.</translation>
    </message>
    <message>
        <source>The models made in this session, and the finished runs of the workspace.</source>
        <translation>Die in dieser Sitzung erzeugten Modelle und die fertigen Läufe des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>Perplexität %1</translation>
    </message>
    <message>
        <source>perplexity %1; the original has %2</source>
        <translation>Perplexität %1; das Original hat %2</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>see above</source>
        <translation>siehe oben</translation>
    </message>
    <message>
        <source>a folder with everything its programs need</source>
        <translation>ein Ordner mit allem, was seine Programme brauchen</translation>
    </message>
    <message>
        <source>this file is not measured: what the format cannot hold exactly is quantized anew, without single weights in 16 bit</source>
        <translation>diese Datei ist nicht gemessen: Was das Format nicht genau halten kann, wird neu quantisiert, ohne einzelne Gewichte in 16 Bit</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportResultCard</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Nothing exported yet.</source>
        <translation>Noch nichts exportiert.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops writing. The folder does not appear until it is whole, so nothing half-written stays.</source>
        <translation>Hält das Schreiben an. Der Ordner erscheint erst, wenn er vollständig ist, es bleibt also nichts Halbes zurück.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Sends the same export again.</source>
        <translation>Schickt denselben Export noch einmal.</translation>
    </message>
    <message>
        <source>After writing, the folder was opened anew and every value compared with what was meant.</source>
        <translation>Nach dem Schreiben wurde der Ordner neu geöffnet und jeder Wert mit dem gemeinten verglichen.</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Geschriebene Dateien</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Shows the folder in the file manager.</source>
        <translation>Zeigt den Ordner in der Dateiverwaltung.</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copies the folder&apos;s path as text.</source>
        <translation>Kopiert den Pfad des Ordners als Text.</translation>
    </message>
    <message>
        <source>Drag as files</source>
        <translation>Als Dateien ziehen</translation>
    </message>
    <message>
        <source>Drag this into a file manager or another program to hand over the folder; a press copies it, to be pasted there.</source>
        <translation>Dies in eine Dateiverwaltung oder ein anderes Programm ziehen, um den Ordner zu übergeben; ein Druck kopiert ihn, um ihn dort einzufügen.</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message>
        <source>Folder copied: paste it in a file manager.</source>
        <translation>Ordner kopiert: In einer Dateiverwaltung einfügen.</translation>
    </message>
    <message>
        <source>No file manager answers. Copy the path instead.</source>
        <translation>Keine Dateiverwaltung antwortet. Kopieren Sie stattdessen den Pfad.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was left in %1.</source>
        <translation>In %1 ist nichts zurückgeblieben.</translation>
    </message>
    <message numerus="yes">
        <source>Written to %1: %n file(s), %2.</source>
        <translation>
            <numerusform>Nach %1 geschrieben: %n Datei, %2.</numerusform>
            <numerusform>Nach %1 geschrieben: %n Dateien, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder is on the engine&apos;s computer.</source>
        <translation>Der Ordner liegt auf dem Rechner der Engine.</translation>
    </message>
    <message>
        <source>It was there already, the same; nothing was written.</source>
        <translation>Dasselbe lag schon dort; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Not read back.</source>
        <translation>Nicht zurückgelesen.</translation>
    </message>
    <message>
        <source>✓ Verified: read back, every value as meant (largest difference 0).</source>
        <translation>✓ Geprüft: zurückgelesen, jeder Wert wie gemeint (größte Abweichung 0).</translation>
    </message>
    <message>
        <source>✓ Verified: read back, largest difference %1, mean KL %2 nats (rounding to 16 bit).</source>
        <translation>✓ Geprüft: zurückgelesen, größte Abweichung %1, mittlere KL %2 Nat (Rundung auf 16 Bit).</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ExportedFilesModel</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>A fingerprint of the file&apos;s bytes: the same fingerprint, the same file.</source>
        <translation>Ein Fingerabdruck der Bytes der Datei: gleicher Fingerabdruck, gleiche Datei.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::FactTableModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>on</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>stage, artifact or file</source>
        <translation>Stufe, Artefakt oder Datei</translation>
    </message>
    <message>
        <source>time or size</source>
        <translation>Zeit oder Größe</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation>aus dem Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 of %2 bit</source>
        <translation>%1 mit %2 Bit</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) of their own</source>
        <translation>
            <numerusform>%n Tensor mit eigener Breite</numerusform>
            <numerusform>%n Tensoren mit eigener Breite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::FitCard</name>
    <message>
        <source>Fit to</source>
        <translation>Einpassen in</translation>
    </message>
    <message>
        <source>What the smaller model must not exceed.</source>
        <translation>Was das kleinere Modell nicht überschreiten darf.</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>Bit je Gewicht</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>Megabyte</translation>
    </message>
    <message>
        <source>this machine&apos;s memory</source>
        <translation>Speicher dieses Rechners</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>The limit; a fit never goes beyond it.</source>
        <translation>Die Grenze; beim Einpassen wird sie nie überschritten.</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Was gewählt wird</translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation>erhaltene Gewichte</translation>
    </message>
    <message>
        <source>Keeps the widths as they are and chooses how many weights stay in 16 bit. At once.</source>
        <translation>Lässt die Breiten, wie sie sind, und wählt, wie viele Gewichte in 16 Bit bleiben. Sofort.</translation>
    </message>
    <message>
        <source>widths too</source>
        <translation>auch Breiten</translation>
    </message>
    <message>
        <source>Chooses a width for every tensor as well, so that the predicted loss is least. Locked tensors stay as they are. The engine works a while.</source>
        <translation>Wählt außerdem für jeden Tensor eine Breite, sodass der vorhergesagte Loss am kleinsten ist. Gesperrte Tensoren bleiben, wie sie sind. Die Engine rechnet eine Weile.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Sets the budget to the largest that fits. Undo takes it back.</source>
        <translation>Setzt das Budget auf das größte, das passt. „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>a GPU&apos;s memory</source>
        <translation>Speicher einer GPU</translation>
    </message>
    <message>
        <source>The engine reports no GPU.</source>
        <translation>Die Engine meldet keine GPU.</translation>
    </message>
    <message>
        <source>Codes, scales, zeros and kept weights together, per quantizable weight.</source>
        <translation>Codes, Skalen, Nullpunkte und erhaltene Gewichte zusammen, je quantisierbarem Gewicht.</translation>
    </message>
    <message>
        <source>All files of the model together; a megabyte is a million bytes.</source>
        <translation>Alle Dateien des Modells zusammen; ein Megabyte ist eine Million Byte.</translation>
    </message>
    <message>
        <source>Half of %1: the rest is for the text that the model works on, and for other programs.</source>
        <translation>Die Hälfte von %1: Der Rest ist für den Text, an dem das Modell arbeitet, und für andere Programme.</translation>
    </message>
    <message>
        <source>The engine has not said yet how much memory there is.</source>
        <translation>Die Engine hat noch nicht gemeldet, wie viel Speicher da ist.</translation>
    </message>
    <message>
        <source>Choosing …</source>
        <translation>Wird gewählt …</translation>
    </message>
    <message>
        <source>fit to a size</source>
        <translation>in eine Größe einpassen</translation>
    </message>
    <message>
        <source>More would fit: %1 weights are kept, the most that are ranked one by one. Wider base bits or smaller groups can use the rest.</source>
        <translation>Mehr würde passen: %1 Gewichte sind erhalten, so viele, wie einzeln gereiht sind. Eine größere Grundbreite oder kleinere Gruppen können den Rest nutzen.</translation>
    </message>
    <message>
        <source>%1 weights can be kept: %2 bits, %3.</source>
        <translation>%1 Gewichte können erhalten bleiben: %2 Bit, %3.</translation>
    </message>
    <message>
        <source>chosen widths</source>
        <translation>gewählte Breiten</translation>
    </message>
    <message>
        <source>No single width fits this size.</source>
        <translation>Keine einheitliche Breite passt in diese Größe.</translation>
    </message>
    <message>
        <source>Proved to be the best choice of widths.</source>
        <translation>Bewiesen die beste Wahl der Breiten.</translation>
    </message>
    <message>
        <source>The best found; not proved to be the best there is.</source>
        <translation>Das Beste, was gefunden wurde; nicht bewiesen, dass es nichts Besseres gibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have a width that was not simulated: their loss is an estimate.</source>
        <translation>
            <numerusform>%n Tensor hat eine Breite, die nicht simuliert wurde: Sein Loss ist eine Schätzung.</numerusform>
            <numerusform>%n Tensoren haben eine Breite, die nicht simuliert wurde: Ihr Loss ist eine Schätzung.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bits.</source>
        <translation>%1 Bit.</translation>
    </message>
    <message>
        <source>%1%2 less first-order loss than %3 bit everywhere in this size.</source>
        <translation>%1%2 weniger Verlust erster Ordnung als %3 Bit überall in dieser Größe.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ForecastCard</name>
    <message>
        <source>What it comes to</source>
        <translation>Was es ergibt</translation>
    </message>
    <message numerus="yes">
        <source>by %n measured run(s) of this model and task</source>
        <translation>
            <numerusform>nach %n gemessenem Lauf dieses Modells und dieser Aufgabe</numerusform>
            <numerusform>nach %n gemessenen Läufen dieses Modells und dieser Aufgabe</numerusform>
        </translation>
    </message>
    <message>
        <source>Predicted loss: %1, %2</source>
        <translation>Vorhergesagter Loss: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).</source>
        <translation>
            <numerusform>Noch kein vorhergesagter Loss: Quantisieren und messen Sie zwei Budgets, dann lassen sich die anderen daran beurteilen (bisher %n).</numerusform>
            <numerusform>Noch kein vorhergesagter Loss: Quantisieren und messen Sie zwei Budgets, dann lassen sich die anderen daran beurteilen (bisher %n).</numerusform>
        </translation>
    </message>
    <message>
        <source>No predicted loss: these widths were not simulated. Quantize to measure them.</source>
        <translation>Kein vorhergesagter Loss: Diese Breiten wurden nicht simuliert. „Quantisieren“ misst sie.</translation>
    </message>
    <message>
        <source>No predicted loss: counts beyond the top 5 % are not exact.</source>
        <translation>Kein vorhergesagter Loss: Anzahlen jenseits der obersten 5 % sind nicht exakt.</translation>
    </message>
    <message>
        <source>Figures are shown only where measured runs of this model and task stand behind them.</source>
        <translation>Werte erscheinen nur, wo gemessene Läufe dieses Modells und dieser Aufgabe dahinterstehen.</translation>
    </message>
    <message>
        <source>First-order loss %1%2.</source>
        <translation>Loss erster Ordnung %1%2.</translation>
    </message>
    <message>
        <source>The next %1 bit: %2%3 more kept weights</source>
        <translation>Die nächsten %1 Bit: %2%3 weitere erhaltene Gewichte</translation>
    </message>
    <message>
        <source>, first-order loss %1−%2 %</source>
        <translation>, Loss erster Ordnung %1−%2 %</translation>
    </message>
    <message>
        <source>, predicted loss −%1</source>
        <translation>, vorhergesagter Loss −%1</translation>
    </message>
    <message>
        <source>First-order loss: (1 / samples) Σ gradient · |ΔW| over the weights not kept. It ranks budgets; it is not a loss that anyone would measure.</source>
        <translation>Loss erster Ordnung: (1 / Proben) Σ Gradient · |ΔW| über die nicht erhaltenen Gewichte. Er reiht Budgets; er ist kein Loss, den man messen würde.</translation>
    </message>
    <message>
        <source>≈: some widths were not simulated; their errors are taken to shrink as the step between neighbouring values does.</source>
        <translation>≈: Einige Breiten wurden nicht simuliert; angenommen wird, dass ihre Fehler so schrumpfen wie der Schritt zwischen benachbarten Werten.</translation>
    </message>
    <message>
        <source>Measured loss: %1 ± %2, run %3 had these very settings</source>
        <translation>Gemessener Verlust: %1 ± %2, Lauf %3 hatte genau diese Einstellungen</translation>
    </message>
    <message>
        <source>Mean surprise at a token of the task&apos;s text, in nats, with its 95 % interval.</source>
        <translation>Mittlere Überraschung über ein Token des Aufgabentexts in Nat, mit ihrem 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Predicted loss: %1 (%2 to %3), %4</source>
        <translation>Vorhergesagter Verlust: %1 (%2 bis %3), %4</translation>
    </message>
    <message>
        <source>A curve that never falls, from the unquantized model through the measured runs, read at this budget&apos;s first-order loss. In brackets: how far it missed runs it had not seen, and never below what was measured. Measure to be sure.</source>
        <translation>Eine nie fallende Kurve vom unquantisierten Modell durch die gemessenen Läufe, abgelesen beim Verlust erster Ordnung dieses Budgets. In Klammern: wie weit sie Läufe verfehlte, die sie nicht kannte, und nie unter dem, was gemessen wurde. Sicher ist nur Messen.</translation>
    </message>
    <message>
        <source>Measured loss: %1, run %2 had these very settings</source>
        <translation>Gemessener Verlust: %1, Lauf %2 hatte genau diese Einstellungen</translation>
    </message>
    <message>
        <source>Mean surprise at a token of the task&apos;s text, in nats. The run noted no interval.</source>
        <translation>Mittlere Überraschung über ein Token des Aufgabentexts, in Nat. Der Lauf hat kein Intervall notiert.</translation>
    </message>
    <message>
        <source>No predicted loss: it is known for TaCQ&apos;s score only. Quantize to measure.</source>
        <translation>Kein vorhergesagter Verlust: Er ist nur für das Maß von TaCQ bekannt. Quantisieren Sie, um zu messen.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::FractionControl</name>
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
        <source>%1%2 weights</source>
        <translation>%1%2 Gewichte</translation>
    </message>
    <message>
        <source>k = floor(share × %1 quantizable weights).</source>
        <translation>k = floor(Anteil × %1 quantisierbare Gewichte).</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GeneratePage</name>
    <message>
        <source>What shall they go on from?</source>
        <translation>Womit sollen sie weitermachen?</translation>
    </message>
    <message>
        <source>Once upon a time, there was a little</source>
        <translation>Once upon a time, there was a little</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>The text that both models continue. Ctrl+Return writes.</source>
        <translation>Der Text, den beide Modelle fortsetzen. Strg+Eingabe schreibt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Both models stop after the token they are at. What they wrote stays.</source>
        <translation>Beide Modelle halten nach dem Token an, bei dem sie gerade sind. Was sie geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>Länge in Token</translation>
    </message>
    <message>
        <source>How many tokens each model writes at most; a token is a word or a part of one.</source>
        <translation>Wie viele Token jedes Modell höchstens schreibt; ein Token ist ein Wort oder ein Teil davon.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0: always the likeliest token. 1: drawn as the model says. More: wilder. Both models draw with the same random numbers.</source>
        <translation>0: immer das wahrscheinlichste Token. 1: gezogen, wie das Modell es sagt. Mehr: wilder. Beide Modelle ziehen mit denselben Zufallszahlen.</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>What the original writes</source>
        <translation>Was das Original schreibt</translation>
    </message>
    <message>
        <source>Compared with it</source>
        <translation>Damit verglichen</translation>
    </message>
    <message>
        <source>What the other model writes</source>
        <translation>Was das andere Modell schreibt</translation>
    </message>
    <message>
        <source>Model compared with the original</source>
        <translation>Mit dem Original verglichenes Modell</translation>
    </message>
    <message>
        <source>A smaller model made in this session, the original itself, or any other model with the same vocabulary.</source>
        <translation>Ein kleineres Modell aus dieser Sitzung, das Original selbst oder jedes andere Modell mit demselben Vokabular.</translation>
    </message>
    <message>
        <source>Tint by difference</source>
        <translation>Nach Unterschied tönen</translation>
    </message>
    <message>
        <source>Tints each token by the KL divergence: how differently the two models weigh every possible next token there.</source>
        <translation>Tönt jedes Token nach der KL-Divergenz: wie verschieden die beiden Modelle dort jedes mögliche nächste Token gewichten.</translation>
    </message>
    <message>
        <source>KL(original ‖ smaller model) of the next-token distributions, in nats. 0: both weigh every token alike.</source>
        <translation>KL(Original ‖ kleineres Modell) der Verteilungen des nächsten Tokens, in Nat. 0: Beide gewichten jedes Token gleich.</translation>
    </message>
    <message>
        <source>How many tokens both texts have in common before they part.</source>
        <translation>Wie viele Token beide Texte gemeinsam haben, bevor sie auseinandergehen.</translation>
    </message>
    <message>
        <source>Mean over the written tokens of KL(original ‖ smaller model), in nats; the original reads what the smaller model writes.</source>
        <translation>Mittel von KL(Original ‖ kleineres Modell) über die geschriebenen Token, in Nat; das Original liest, was das kleinere Modell schreibt.</translation>
    </message>
    <message>
        <source>The token under the pointer or the caret, and how far the two models are apart there.</source>
        <translation>Das Token unter dem Mauszeiger oder der Schreibmarke, und wie weit die beiden Modelle dort auseinanderliegen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (original)</source>
        <translation>%1 (Original)</translation>
    </message>
    <message>
        <source>Open another …</source>
        <translation>Anderes öffnen …</translation>
    </message>
    <message>
        <source>Quantize first, or open another</source>
        <translation>Erst quantisieren, oder ein anderes öffnen</translation>
    </message>
    <message>
        <source>Model to compare with</source>
        <translation>Modell zum Vergleichen</translation>
    </message>
    <message>
        <source>Length of the text</source>
        <translation>Länge des Textes</translation>
    </message>
    <message>
        <source>The original writes</source>
        <translation>Das Original schreibt</translation>
    </message>
    <message>
        <source>%1 writes</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>Press Write, or Ctrl+Return in the prompt.</source>
        <translation>Drücken Sie „Schreiben“, oder Strg+Eingabe im Prompt.</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>Erst ein Modell öffnen.</translation>
    </message>
    <message>
        <source>Quantize the model first, or choose “Open another …” above.</source>
        <translation>Quantisieren Sie erst das Modell, oder wählen Sie oben „Anderes öffnen …“.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Schreibt …</translation>
    </message>
    <message>
        <source>Two models, one beginning</source>
        <translation>Zwei Modelle, ein Anfang</translation>
    </message>
    <message>
        <source>Both continue the same text. Where the words on the right are tinted, the original would have weighed its next words differently: the darker or brighter, the more.</source>
        <translation>Beide setzen denselben Text fort. Wo die Wörter rechts getönt sind, hätte das Original die nächsten Wörter anders gewichtet: je dunkler oder heller, desto mehr.</translation>
    </message>
    <message numerus="yes">
        <source>The same words all the way, %n token(s)</source>
        <translation>
            <numerusform>Durchweg dieselben Wörter, %n Token</numerusform>
            <numerusform>Durchweg dieselben Wörter, %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Different from the first word on</source>
        <translation>Vom ersten Wort an verschieden</translation>
    </message>
    <message numerus="yes">
        <source>The same words for %n token(s), then they part</source>
        <translation>
            <numerusform>%n Token lang dieselben Wörter, dann gehen sie auseinander</numerusform>
            <numerusform>%n Token lang dieselben Wörter, dann gehen sie auseinander</numerusform>
        </translation>
    </message>
    <message>
        <source>next to no difference</source>
        <translation>so gut wie kein Unterschied</translation>
    </message>
    <message>
        <source>a small difference</source>
        <translation>ein kleiner Unterschied</translation>
    </message>
    <message>
        <source>a clear difference</source>
        <translation>ein deutlicher Unterschied</translation>
    </message>
    <message>
        <source>a large difference</source>
        <translation>ein großer Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>Mean KL %1 nats per token over %n token(s): %2.</source>
        <translation>
            <numerusform>Im Mittel KL %1 Nat je Token über %n Token: %2.</numerusform>
            <numerusform>Im Mittel KL %1 Nat je Token über %n Token: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1   KL %2 nats</source>
        <translation>%1   KL %2 Nat</translation>
    </message>
    <message>
        <source>token %1: %2</source>
        <translation>Token %1: %2</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Both models continue the prompt (Ctrl+Return).</source>
        <translation>Beide Modelle setzen den Prompt fort (Strg+Eingabe).</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>Frühere Anfänge</translation>
    </message>
    <message>
        <source>Prompts that were written from before; choosing one puts it in place of what stands above.</source>
        <translation>Anfänge, von denen schon geschrieben wurde; einer davon tritt an die Stelle dessen, was oben steht.</translation>
    </message>
    <message>
        <source>As a chat</source>
        <translation>Als Gespräch</translation>
    </message>
    <message>
        <source>Puts the prompt into the model&apos;s chat template, as a message that it answers. Off: it goes on from the text as it stands.</source>
        <translation>Setzt den Anfang in die Gesprächsvorlage des Modells, als Nachricht, auf die es antwortet. Aus: es führt den Text fort, wie er dasteht.</translation>
    </message>
    <message>
        <source>Both ended at once</source>
        <translation>Beide hörten sofort auf</translation>
    </message>
    <message>
        <source>The likeliest next token of both is the end mark: for them this text is complete.</source>
        <translation>Das wahrscheinlichste nächste Token ist bei beiden das Endezeichen: für sie ist dieser Text fertig.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GlossaryModel</name>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>A word or a part of one. A model reads and writes tokens, one after the other.</source>
        <translation>Ein Wort oder ein Teil davon. Ein Modell liest und schreibt Token, eins nach dem anderen.</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>One number of the model. A matrix holds thousands to millions of them; the whole model is made of them.</source>
        <translation>Eine Zahl des Modells. Eine Matrix enthält Tausende bis Millionen davon; das ganze Modell besteht aus ihnen.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>One of the blocks that a text passes through in turn. Each has an attention part (q, k, v, o), which looks back over the text, and an MLP part (gate, up, down), which works on one token.</source>
        <translation>Einer der Blöcke, die ein Text nacheinander durchläuft. Jeder hat einen Aufmerksamkeitsteil (q, k, v, o), der auf den Text zurückblickt, und einen MLP-Teil (gate, up, down), der an einem Token arbeitet.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>How surprised the model is by the next token of a text, on average, in nats: the mean negative log-likelihood. Lower is better.</source>
        <translation>Wie überrascht das Modell im Mittel vom nächsten Token eines Texts ist, in Nat: die mittlere negative Log-Wahrscheinlichkeit. Weniger ist besser.</translation>
    </message>
    <message>
        <source>nat</source>
        <translation>Nat</translation>
    </message>
    <message>
        <source>The unit of surprise where logarithms are natural. One nat is a factor of 2.72 in probability.</source>
        <translation>Die Einheit der Überraschung bei natürlichen Logarithmen. Ein Nat ist ein Faktor 2,72 in der Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>The loss as a number of choices: e to the power of the loss. A perplexity of 6 means as unsure as between six equally likely tokens. Lower is better.</source>
        <translation>Der Verlust als Zahl von Möglichkeiten: e hoch Verlust. Perplexität 6 heißt: so unsicher wie zwischen sechs gleich wahrscheinlichen Token. Weniger ist besser.</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What the smaller model must still be good at, given by a text: questions with answers, stories, your own examples.</source>
        <translation>Was das kleinere Modell weiter gut können muss, gegeben durch einen Text: Fragen mit Antworten, Geschichten, eigene Beispiele.</translation>
    </message>
    <message>
        <source>calibration text</source>
        <translation>Kalibriertext</translation>
    </message>
    <message>
        <source>The part of the task&apos;s text that the weights are judged on and the smaller model is fitted to.</source>
        <translation>Der Teil des Aufgabentexts, an dem die Gewichte beurteilt und das kleinere Modell angepasst wird.</translation>
    </message>
    <message>
        <source>evaluation text</source>
        <translation>Auswertungstext</translation>
    </message>
    <message>
        <source>Another part of the task&apos;s text, never used for fitting: what models are measured on.</source>
        <translation>Ein anderer Teil des Aufgabentexts, nie zum Anpassen benutzt: daran werden Modelle gemessen.</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>anderer Text</translation>
    </message>
    <message>
        <source>A text that the model was not made for. What was lost outside the task shows there.</source>
        <translation>Ein Text, für den das Modell nicht gemacht wurde. Dort zeigt sich, was außerhalb der Aufgabe verloren ging.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The number that a random choice starts from. The same seed gives the same choice again.</source>
        <translation>Die Zahl, von der eine zufällige Auswahl ausgeht. Derselbe Startwert gibt wieder dieselbe Auswahl.</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>How strongly the loss reacts to a small change of a weight. Here: its magnitude, added up over the samples.</source>
        <translation>Wie stark der Verlust auf eine kleine Änderung eines Gewichts reagiert. Hier: der Betrag, über die Beispiele summiert.</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>How much a weight matters when it is quantized. TaCQ&apos;s is |gradient · change by quantization · weight|: large where the weight would be changed much and the task feels it.</source>
        <translation>Wie wichtig ein Gewicht beim Quantisieren ist. Die von TaCQ ist |Gradient · Änderung durch Quantisierung · Gewicht|: groß, wo das Gewicht stark geändert würde und die Aufgabe es spürt.</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>The formula that ranks weights. TaCQ&apos;s is one; others (QAL, MSG, gradient, magnitude, random) are there to compare with.</source>
        <translation>Die Formel, die Gewichte ordnet. Die von TaCQ ist eine; andere (QAL, MSG, Gradient, Betrag, Zufall) sind zum Vergleich da.</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>Schaltkreis</translation>
    </message>
    <message>
        <source>The weights with the highest saliency for a task: where the task lives in the model.</source>
        <translation>Die Gewichte mit der höchsten Salienz für eine Aufgabe: wo die Aufgabe im Modell sitzt.</translation>
    </message>
    <message>
        <source>kept weights</source>
        <translation>behaltene Gewichte</translation>
    </message>
    <message>
        <source>The few weights that stay in 16 bit, the circuit of the chosen size. All others are quantized.</source>
        <translation>Die wenigen Gewichte, die in 16 Bit bleiben: der Schaltkreis der gewählten Größe. Alle anderen werden quantisiert.</translation>
    </message>
    <message>
        <source>quantization</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Storing weights with few bits each. With 3 bits a weight can only take one of eight values; every weight moves to one of them.</source>
        <translation>Gewichte mit wenigen Bit speichern. Mit 3 Bit kann ein Gewicht nur einen von acht Werten annehmen; jedes rückt auf einen davon.</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>Bit je Gewicht</translation>
    </message>
    <message>
        <source>All bits of the quantized matrices, scales and kept weights included, divided by the number of weights.</source>
        <translation>Alle Bit der quantisierten Matrizen, Skalen und behaltene Gewichte eingeschlossen, geteilt durch die Zahl der Gewichte.</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>The values that quantized weights can take: evenly spaced levels, given by width, scale and zero point.</source>
        <translation>Die Werte, die quantisierte Gewichte annehmen können: gleichmäßige Stufen, bestimmt durch Breite, Skala und Nullpunkt.</translation>
    </message>
    <message>
        <source>scale and zero point</source>
        <translation>Skala und Nullpunkt</translation>
    </message>
    <message>
        <source>Turn a stored code into a weight: (code − zero point) · scale. Each row, or each group of a row, has its own.</source>
        <translation>Machen aus einem gespeicherten Code ein Gewicht: (Code − Nullpunkt) · Skala. Jede Zeile oder Gruppe einer Zeile hat eigene.</translation>
    </message>
    <message>
        <source>group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>How many neighbouring weights share a scale. Small groups follow the weights more closely and cost more bits.</source>
        <translation>Wie viele benachbarte Gewichte sich eine Skala teilen. Kleine Gruppen folgen den Gewichten genauer und kosten mehr Bit.</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>A grid with its zero in the middle. Asymmetric grids are moved to where the weights lie.</source>
        <translation>Ein Raster mit der Null in der Mitte. Asymmetrische Raster sind dorthin verschoben, wo die Gewichte liegen.</translation>
    </message>
    <message>
        <source>GPTQ</source>
        <translation>GPTQ</translation>
    </message>
    <message>
        <source>Quantizes a matrix column by column and lets the columns that are left make up for the error of those that are done, as the calibration text needs it.</source>
        <translation>Quantisiert eine Matrix Spalte für Spalte und lässt die übrigen Spalten den Fehler der erledigten ausgleichen, so wie der Kalibriertext es braucht.</translation>
    </message>
    <message>
        <source>simulated quantization</source>
        <translation>simulierte Quantisierung</translation>
    </message>
    <message>
        <source>A trial of the quantization, from which the change of every weight is known before any is chosen to be kept.</source>
        <translation>Eine Probe der Quantisierung, aus der die Änderung jedes Gewichts bekannt ist, bevor behaltene gewählt werden.</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>How the bits are spent: width, share kept, groups, widths of single tensors.</source>
        <translation>Wofür die Bit ausgegeben werden: Breite, behaltener Anteil, Gruppen, Breiten einzelner Tensoren.</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>The list of what the bits go to: codes, scales, zero points, values and positions of kept weights.</source>
        <translation>Die Liste, wohin die Bit gehen: Codes, Skalen, Nullpunkte, Werte und Stellen behaltener Gewichte.</translation>
    </message>
    <message>
        <source>first-order loss</source>
        <translation>Verlust erster Ordnung</translation>
    </message>
    <message>
        <source>Gradient times change, added up over the weights that are not kept. It ranks budgets before they are made; it is no loss that anyone would measure.</source>
        <translation>Gradient mal Änderung, summiert über die nicht behaltenen Gewichte. Ordnet Budgets, bevor sie gemacht werden; kein Verlust, den jemand messen würde.</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL-Divergenz</translation>
    </message>
    <message>
        <source>How differently two models weigh all possible next tokens, in nats. 0: exactly alike.</source>
        <translation>Wie verschieden zwei Modelle alle möglichen nächsten Token gewichten, in Nat. 0: genau gleich.</translation>
    </message>
    <message>
        <source>same first choice</source>
        <translation>gleiche erste Wahl</translation>
    </message>
    <message>
        <source>The share of positions where both models find the same token most likely.</source>
        <translation>Der Anteil der Stellen, an denen beide Modelle dasselbe Token am wahrscheinlichsten finden.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Where the true value lies 95 times of 100, given how much the measured values scatter.</source>
        <translation>Wo der wahre Wert in 95 von 100 Fällen liegt, gemessen an der Streuung der Messwerte.</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>A model as files: a folder, a .safetensors or a .gguf.</source>
        <translation>Ein Modell als Dateien: ein Ordner, eine .safetensors oder eine .gguf.</translation>
    </message>
    <message>
        <source>packed checkpoint</source>
        <translation>gepackter Checkpoint</translation>
    </message>
    <message>
        <source>This program&apos;s compact folder: codes, scales and kept weights as they are. A Hugging Face folder holds the same weights spelt out in 16 bit, for other programs.</source>
        <translation>Der kompakte Ordner dieses Programms: Codes, Skalen und behaltene Gewichte, wie sie sind. Ein Hugging-Face-Ordner enthält dieselben Gewichte in 16 Bit ausgeschrieben, für andere Programme.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>One piece of work with its options, figures and results, kept in the workspace.</source>
        <translation>Ein Stück Arbeit mit seinen Optionen, Zahlen und Ergebnissen, im Arbeitsbereich aufbewahrt.</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>The folder where runs and all that they made are kept, so that nothing is computed twice.</source>
        <translation>Der Ordner, in dem Läufe und alles von ihnen Gemachte liegen, damit nichts zweimal berechnet wird.</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>The process that does the heavy work, apart from the window, here or on another computer.</source>
        <translation>Der Prozess, der die schwere Arbeit tut, getrennt vom Fenster, hier oder auf einem anderen Rechner.</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>what it means here</source>
        <translation>was es hier bedeutet</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GlossaryPage</name>
    <message>
        <source>The words of these pages</source>
        <translation>Die Wörter dieser Seiten</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>Wörter durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Shows the words whose name or explanation holds all that you type.</source>
        <translation>Zeigt die Wörter, in deren Name oder Erklärung alles Eingegebene vorkommt.</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>A word and what it means here.</source>
        <translation>Ein Wort und was es hier bedeutet.</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>No word here holds that. Try a shorter one.</source>
        <translation>Kein Wort hier enthält das. Versuchen Sie ein kürzeres.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::GridControl</name>
    <message>
        <source>Base bits</source>
        <translation>Grundbreite</translation>
    </message>
    <message>
        <source>All other weights get %1 values to choose from.</source>
        <translation>Alle anderen Gewichte haben %1 Werte zur Auswahl.</translation>
    </message>
    <message>
        <source>Bits for every weight that is not kept.</source>
        <translation>Bits für jedes Gewicht, das nicht erhalten bleibt.</translation>
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
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>How many weights of a row share one scale and zero point.</source>
        <translation>Wie viele Gewichte einer Zeile sich eine Skala und einen Nullpunkt teilen.</translation>
    </message>
    <message>
        <source>Bits of the embeddings</source>
        <translation>Bits der Embeddings</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>The tables at the model&apos;s two ends stay as they are.</source>
        <translation>Die Tabellen an den beiden Enden des Modells bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>The tables at the model&apos;s two ends take half the room, with hardly any loss.</source>
        <translation>Die Tabellen an den beiden Enden des Modells brauchen halb so viel Platz, fast ohne Verlust.</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>The table that turns tokens into vectors, and the one that turns vectors into token scores.</source>
        <translation>Die Tabelle, die Token in Vektoren verwandelt, und die, die Vektoren in Token-Bewertungen verwandelt.</translation>
    </message>
    <message>
        <source>Symmetric grid</source>
        <translation>Symmetrisches Raster</translation>
    </message>
    <message>
        <source>The values to choose from lie evenly around zero. Off: each group finds its own middle, which fits most weights better.</source>
        <translation>Die Werte zur Auswahl liegen gleichmäßig um null. Aus: Jede Gruppe findet ihre eigene Mitte, was zu den meisten Gewichten besser passt.</translation>
    </message>
    <message>
        <source>Simulate this grid</source>
        <translation>Dieses Raster simulieren</translation>
    </message>
    <message>
        <source>Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again.</source>
        <translation>Quantisiert das Modell einmal auf diesem Raster, um genau zu wissen, welche Gewichte es behalten soll. Die Gradienten werden wieder verwendet.</translation>
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
    <name>tacq::ui::HistogramView</name>
    <message>
        <source>%1 to %2: %3 weights</source>
        <translation>%1 bis %2: %3 Gewichte</translation>
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
    <message>
        <source>In a lesson</source>
        <translation>In einer Lektion</translation>
    </message>
    <message>
        <source>the next step</source>
        <translation>der nächste Schritt</translation>
    </message>
    <message>
        <source>the step before</source>
        <translation>der Schritt davor</translation>
    </message>
    <message>
        <source>skip: ends the lesson</source>
        <translation>überspringen: beendet die Lektion</translation>
    </message>
    <message>
        <source>the same matrix of the layer above, below</source>
        <translation>dieselbe Matrix der Schicht darüber, darunter</translation>
    </message>
    <message>
        <source>the matrix before, after in the layer</source>
        <translation>die vorige, nächste Matrix der Schicht</translation>
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
    <message>
        <source>KL %1 · %2 the same first token</source>
        <translation>KL %1 · %2 gleiches erstes Token</translation>
    </message>
    <message>
        <source>cancelled. %1</source>
        <translation>abgebrochen. %1</translation>
    </message>
    <message>
        <source>Resume starts it again.</source>
        <translation>„Fortsetzen“ beginnt von vorn.</translation>
    </message>
    <message>
        <source>Resume goes on after sample %1 of %2.</source>
        <translation>„Fortsetzen“ macht nach Beispiel %1 von %2 weiter.</translation>
    </message>
    <message>
        <source>Resume goes on from the gradients written down last, at most two minutes before.</source>
        <translation>„Fortsetzen“ macht bei den zuletzt gesicherten Gradienten weiter, höchstens zwei Minuten davor.</translation>
    </message>
    <message>
        <source>Resume goes on after the last finished layer.</source>
        <translation>„Fortsetzen“ macht nach der letzten fertigen Schicht weiter.</translation>
    </message>
    <message>
        <source>Resume goes on after the last finished stage.</source>
        <translation>„Fortsetzen“ macht nach dem letzten fertigen Schritt weiter.</translation>
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
        <source>Sends the job again.</source>
        <translation>Schickt den Auftrag noch einmal.</translation>
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
    <message>
        <source>Gives the page more room. The line at the foot of the window still says what runs.</source>
        <translation>Gibt der Seite mehr Platz. Die Zeile am Fuß des Fensters sagt weiter, was läuft.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message>
        <source>Hide the jobs</source>
        <translation>Aufträge verbergen</translation>
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
    <name>tacq::ui::LedgerPanel</name>
    <message>
        <source>Bits per quantizable weight: codes, scales, zeros, kept values and their positions.</source>
        <translation>Bits je quantisierbarem Gewicht: Codes, Skalen, Nullpunkte, erhaltene Werte und ihre Positionen.</translation>
    </message>
    <message>
        <source>Share of each ledger line</source>
        <translation>Anteil jedes Postens der Aufstellung</translation>
    </message>
    <message>
        <source>Ledger of bits and bytes</source>
        <translation>Aufstellung der Bits und Bytes</translation>
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
        <source>Larger than what was opened: there the embeddings are in fewer bits. 8-bit embeddings (Budget page) save most.</source>
        <translation>Größer als das Geöffnete: Dort liegen die Einbettungen in weniger Bit. 8-Bit-Einbettungen (Seite Budget) sparen am meisten.</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>Aufstellung</translation>
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
    <name>tacq::ui::LessonBar</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The step before (Alt+Left).</source>
        <translation>Der Schritt davor (Alt+Links).</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Ends the lesson; everything stays as it is now (Esc).</source>
        <translation>Beendet die Lektion; alles bleibt, wie es jetzt ist (Esc).</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>working …</source>
        <translation>arbeitet …</translation>
    </message>
    <message>
        <source>Next waits until what this step does is done; progress is in the jobs below.</source>
        <translation>„Weiter“ wartet, bis getan ist, was dieser Schritt tut; der Fortschritt steht unten bei den Aufträgen.</translation>
    </message>
    <message>
        <source>The next step (Alt+Right).</source>
        <translation>Der nächste Schritt (Alt+Rechts).</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ends the lesson (Alt+Right).</source>
        <translation>Beendet die Lektion (Alt+Rechts).</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Zurück zur Lektion</translation>
    </message>
    <message>
        <source>Shows this step again, with its settings (Alt+Right).</source>
        <translation>Zeigt diesen Schritt wieder, mit seinen Einstellungen (Alt+Rechts).</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>What this step does was cancelled or failed: does it again (Alt+Right).</source>
        <translation>Was dieser Schritt tut, wurde abgebrochen oder schlug fehl: tut es noch einmal (Alt+Rechts).</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonRunner</name>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
</context>
<context>
    <name>tacq::ui::LessonsPage</name>
    <message>
        <source>Short tours on the bundled sample</source>
        <translation>Kurze Führungen am mitgelieferten Beispiel</translation>
    </message>
    <message>
        <source>A lesson drives the real pages: it runs what it talks about, on a tiny real model, and explains each step in a sentence or two. Skip it at any time; what it made stays.</source>
        <translation>Eine Lektion bedient die echten Seiten: Sie führt aus, wovon sie spricht, an einem winzigen echten Modell, und erklärt jeden Schritt in ein, zwei Sätzen. Sie lässt sich jederzeit überspringen; was entstanden ist, bleibt.</translation>
    </message>
    <message>
        <source>Write your own</source>
        <translation>Eigene schreiben</translation>
    </message>
    <message>
        <source>A lesson is a text file: steps with a sentence, the page to show, what to frame and what to do. Copy a bundled one into your folder and change its words; README.md beside the bundled ones explains every line.</source>
        <translation>Eine Lektion ist eine Textdatei: Schritte mit einem Satz, der Seite, die gezeigt wird, was umrahmt und was getan wird. Kopieren Sie eine mitgelieferte in Ihren Ordner und ändern Sie ihre Worte; README.md neben den mitgelieferten erklärt jede Zeile.</translation>
    </message>
    <message>
        <source>Open my folder</source>
        <translation>Eigenen Ordner öffnen</translation>
    </message>
    <message>
        <source>Opens the folder for your own lessons, and makes it if it is not there.</source>
        <translation>Öffnet den Ordner für eigene Lektionen und legt ihn an, falls es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>Open the bundled ones</source>
        <translation>Mitgelieferte öffnen</translation>
    </message>
    <message>
        <source>Opens the folder of the lessons that came with the program, with README.md.</source>
        <translation>Öffnet den Ordner der Lektionen, die mit dem Programm kamen, mit README.md.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Reads all lesson files again, after you changed one.</source>
        <translation>Liest alle Lektionsdateien noch einmal, nachdem eine geändert wurde.</translation>
    </message>
    <message>
        <source>the folder for lessons cannot be made</source>
        <translation>der Ordner für Lektionen kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Your folder: %1</source>
        <translation>Ihr Ordner: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Starten: %1</translation>
    </message>
    <message>
        <source>Opens the sample and takes you through, step by step.</source>
        <translation>Öffnet das Beispiel und führt Schritt für Schritt hindurch.</translation>
    </message>
    <message>
        <source>This lesson cannot be read</source>
        <translation>Diese Lektion ist nicht lesbar</translation>
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
        <source>none open</source>
        <translation>keines geöffnet</translation>
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
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>No connection to the engine</source>
        <translation>Keine Verbindung zur Engine</translation>
    </message>
    <message>
        <source>It stopped when the window was closed. What was finished is kept.</source>
        <translation>Es endete, als das Fenster geschlossen wurde. Was fertig war, ist aufgehoben.</translation>
    </message>
    <message>
        <source>Start it again with the same settings, here or on the Runs page: it goes on from where it was.</source>
        <translation>Starten Sie es mit denselben Einstellungen neu, hier oder auf der Seite Läufe: Es geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>Läufe zeigen</translation>
    </message>
    <message>
        <source>Work was cut off</source>
        <translation>Eine Arbeit wurde abgebrochen</translation>
    </message>
    <message>
        <source>The process that does the heavy work, apart from this window. Click to choose another, or to start it again if it stopped.</source>
        <translation>Der Prozess, der die schwere Arbeit tut, getrennt von diesem Fenster. Klicken, um einen anderen zu wählen oder ihn neu zu starten, falls er endete.</translation>
    </message>
    <message>
        <source>there is no run %1 in this workspace</source>
        <translation>in diesem Arbeitsbereich gibt es keinen Lauf %1</translation>
    </message>
    <message>
        <source>look on the Runs page for its number</source>
        <translation>auf der Seite Läufe nach der Nummer sehen</translation>
    </message>
    <message>
        <source>run %1 has nothing to open: it is not done, or its model or result is gone</source>
        <translation>Lauf %1 hat nichts zu öffnen: Er ist nicht fertig, oder sein Modell oder Ergebnis ist nicht mehr da</translation>
    </message>
    <message>
        <source>look at it on the Runs page</source>
        <translation>auf der Seite Läufe ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n sample(s), %2 tokens</source>
        <translation>
            <numerusform>%1 · %n Probe, %2 Token</numerusform>
            <numerusform>%1 · %n Proben, %2 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · up to %2 × %3 tokens</source>
        <translation>%1 · bis zu %2 × %3 Token</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MapWatch</name>
    <message>
        <source>What is shown of it may be wrong. Put the file back, then open the model or the run again.</source>
        <translation>Was davon gezeigt wird, kann falsch sein. Legen Sie die Datei zurück und öffnen Sie dann das Modell oder den Lauf neu.</translation>
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
    <name>tacq::ui::MatrixPage</name>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%1 von %2 erhalten</translation>
    </message>
    <message>
        <source>There is no other run to subtract yet: run saliency for another task, width or seed of this model.</source>
        <translation>Es gibt noch keinen anderen Lauf zum Abziehen: Berechnen Sie die Salienz für eine andere Aufgabe, eine andere Breite oder einen anderen Seed dieses Modells.</translation>
    </message>
    <message>
        <source>a pixel shows the strongest of %1 × %1 weights or more</source>
        <translation>ein Pixel zeigt das stärkste von %1 × %1 Gewichten oder mehr</translation>
    </message>
    <message>
        <source>every weight is shown</source>
        <translation>jedes Gewicht wird gezeigt</translation>
    </message>
    <message>
        <source>per sample · </source>
        <translation>je Probe · </translation>
    </message>
    <message>
        <source>wheel zooms, dragging pans, keys: arrows, + − 0, Page Up/Down</source>
        <translation>Rad zoomt, Ziehen verschiebt, Tasten: Pfeile, + − 0, Bild auf/ab</translation>
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
        <source>Show the circuit</source>
        <translation>Schaltkreis zeigen</translation>
    </message>
    <message>
        <source>Where the task lives in the model.</source>
        <translation>Wo die Aufgabe im Modell sitzt.</translation>
    </message>
    <message>
        <source>Open a model, choose a task and run saliency: then every matrix can be looked at here, down to one weight.</source>
        <translation>Öffnen Sie ein Modell, wählen Sie eine Aufgabe und starten Sie die Salienz: Dann lässt sich hier jede Matrix ansehen, bis zum einzelnen Gewicht.</translation>
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
        <source>Kept</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Which weights the present budget keeps: their share under each pixel.</source>
        <translation>Welche Gewichte das jetzige Budget erhält: ihr Anteil unter jedem Pixel.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eine</translation>
    </message>
    <message>
        <source>One matrix.</source>
        <translation>Eine Matrix.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Two matrices, or the same matrix of two runs, with colours on one scale.</source>
        <translation>Zwei Matrizen, oder dieselbe Matrix aus zwei Läufen, mit Farben auf einer gemeinsamen Skala.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>This run minus another: orange where this one is stronger, purple where the other is, white where they agree.</source>
        <translation>Dieser Lauf minus einen anderen: orange, wo dieser stärker ist, violett, wo der andere es ist, weiß, wo sie übereinstimmen.</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleichen</translation>
    </message>
    <message>
        <source>Another saliency of this model: of another task, width or seed, from this session or the workspace.</source>
        <translation>Eine andere Salienz dieses Modells: mit anderer Aufgabe, anderer Breite oder anderem Seed, aus dieser Sitzung oder dem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>move together</source>
        <translation>gemeinsam bewegen</translation>
    </message>
    <message>
        <source>Both views move together</source>
        <translation>Beide Ansichten bewegen sich gemeinsam</translation>
    </message>
    <message>
        <source>Panning and zooming one view moves the other to the same part of its matrix.</source>
        <translation>Verschieben und Zoomen in einer Ansicht bringt die andere auf denselben Teil ihrer Matrix.</translation>
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
        <source>Colour map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>Both maps read the same for colour-blind eyes; cividis is the safest. Differences have a map of their own.</source>
        <translation>Beide Karten sind auch bei Farbfehlsichtigkeit lesbar; cividis ist die sicherste. Differenzen haben eine eigene Karte.</translation>
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
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>The whole matrix again (key 0).</source>
        <translation>Wieder die ganze Matrix (Taste 0).</translation>
    </message>
    <message>
        <source>%1 minus</source>
        <translation>%1 minus</translation>
    </message>
    <message>
        <source>simulated at %1 bit · </source>
        <translation>simuliert mit %1 Bit · </translation>
    </message>
    <message>
        <source>orange: only %1 keeps it · purple: only %2 · grey: both</source>
        <translation>orange: nur %1 behält es · violett: nur %2 · grau: beide</translation>
    </message>
    <message>
        <source>These two are ranked by scores of different units, which cannot be subtracted in earnest: look at Kept, or side by side.</source>
        <translation>Die beiden sind nach Maßen verschiedener Einheiten geordnet; ihre Differenz sagt nichts: Behalten ansehen, oder nebeneinander.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::MatrixPane</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Which transformer block; Page Up and Page Down go through them.</source>
        <translation>Welcher Transformer-Block; Bild auf und Bild ab blättern durch sie.</translation>
    </message>
    <message>
        <source>Which matrix of the block: query, key, value and output of attention; gate, up and down of the MLP.</source>
        <translation>Welche Matrix des Blocks: Query, Key, Value und Output der Attention; Gate, Up und Down des MLP.</translation>
    </message>
    <message>
        <source>Rows are outputs, columns are inputs of this matrix.</source>
        <translation>Zeilen sind Ausgänge, Spalten Eingänge dieser Matrix.</translation>
    </message>
    <message>
        <source>Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all.</source>
        <translation>Gewichte der gewählten Matrix. Pfeiltasten verschieben, Plus und Minus zoomen, Null zeigt alles.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
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
        <translation>Was die Farben bedeuten. Jedes Pixel zeigt den größten Wert der Gewichte darunter, damit Ausreißer nie verschwinden.</translation>
    </message>
    <message>
        <source>Matrix, one pixel per group of weights</source>
        <translation>Matrix, ein Pixel je Gruppe von Gewichten</translation>
    </message>
    <message>
        <source>Mean of the layer on show over each column: tall bars are inputs that matter. In a difference: how far apart both means lie.</source>
        <translation>Mittelwert der gezeigten Ebene über jede Spalte: Hohe Balken sind Eingänge, auf die es ankommt. Bei einer Differenz: wie weit beide Mittelwerte auseinanderliegen.</translation>
    </message>
    <message>
        <source>Mean of the layer on show over each row: long bars are outputs that matter. In a difference: how far apart both means lie.</source>
        <translation>Mittelwert der gezeigten Ebene über jede Zeile: Lange Balken sind Ausgänge, auf die es ankommt. Bei einer Differenz: wie weit beide Mittelwerte auseinanderliegen.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Measurements</name>
    <message>
        <source>Comparison with the original</source>
        <translation>Vergleich mit dem Original</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 vorher</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1 nachher</translation>
    </message>
    <message>
        <source>Perplexity before, other text</source>
        <translation>Perplexität vorher, anderer Text</translation>
    </message>
    <message>
        <source>Perplexity after, other text</source>
        <translation>Perplexität nachher, anderer Text</translation>
    </message>
    <message>
        <source>Perplexity before</source>
        <translation>Perplexität vorher</translation>
    </message>
    <message>
        <source>Perplexity after</source>
        <translation>Perplexität nachher</translation>
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
    <message>
        <source>Ma&amp;ke it smaller …</source>
        <translation>Ver&amp;kleinern …</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
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
    <message>
        <source>Layers and tensors of the model</source>
        <translation>Schichten und Tensoren des Modells</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Histogram of the chosen tensor&apos;s weights</source>
        <translation>Histogramm der Gewichte des gewählten Tensors</translation>
    </message>
    <message>
        <source>Choose a tensor to see how its weights are spread.</source>
        <translation>Einen Tensor wählen, um zu sehen, wie seine Gewichte verteilt sind.</translation>
    </message>
    <message>
        <source>Counts are on a log scale, so that the few large weights show beside the many small ones.</source>
        <translation>Die Anzahlen sind logarithmisch skaliert, damit die wenigen großen Gewichte neben den vielen kleinen zu sehen sind.</translation>
    </message>
    <message numerus="yes">
        <source>every %n-th row of</source>
        <translation>
            <numerusform>jede %n. Zeile der</numerusform>
            <numerusform>jede %n. Zeile der</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 %2 weights · mean %3 · standard deviation %4 · largest %5</source>
        <translation>%1 %2 Gewichte · Mittel %3 · Standardabweichung %4 · größtes %5</translation>
    </message>
    <message>
        <source>The model&apos;s file is on the engine&apos;s computer: its weights can be seen on the Matrix page, once saliency has run.</source>
        <translation>Die Datei des Modells liegt auf dem Computer der Engine: Ihre Gewichte zeigt die Seite Matrix, sobald die Salienz berechnet ist.</translation>
    </message>
    <message>
        <source>What is read otherwise than the files look, or left aside.</source>
        <translation>Was anders gelesen wird, als die Dateien aussehen, oder beiseitebleibt.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::NoSaliency</name>
    <message>
        <source>The saliency of %1 is on its way</source>
        <translation>Die Salienz von %1 ist unterwegs</translation>
    </message>
    <message>
        <source>No saliency of %1 yet</source>
        <translation>Noch keine Salienz von %1</translation>
    </message>
    <message>
        <source>This page fills when the run is done. Its progress stands on the Saliency page and in the list of jobs.</source>
        <translation>Diese Seite füllt sich, wenn der Lauf fertig ist. Sein Fortschritt steht auf der Seite Salienz und in der Liste der Aufträge.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::OverlapModel</name>
    <message>
        <source>layer %1 %2</source>
        <translation>Schicht %1 %2</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderer</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Weights that this run keeps.</source>
        <translation>Gewichte, die dieser Lauf erhält.</translation>
    </message>
    <message>
        <source>Weights that the other run keeps at the same share of all weights.</source>
        <translation>Gewichte, die der andere Lauf beim selben Anteil aller Gewichte erhält.</translation>
    </message>
    <message>
        <source>Weights that both keep.</source>
        <translation>Gewichte, die beide erhalten.</translation>
    </message>
    <message>
        <source>Kept by both over kept by either: 1 for equal circuits, 0 for circuits without a common weight.</source>
        <translation>Von beiden erhaltene geteilt durch die von mindestens einem erhaltenen: 1 bei gleichen Schaltkreisen, 0 bei Schaltkreisen ohne gemeinsames Gewicht.</translation>
    </message>
    <message>
        <source>The Jaccard index if each kept as many weights here, but drawn at random.</source>
        <translation>Der Jaccard-Index, wenn jeder hier gleich viele, aber zufällig gezogene Gewichte erhielte.</translation>
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
        <source>Kept</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Share of the weights that the present budget keeps in 16 bit.</source>
        <translation>Anteil der Gewichte, die das jetzige Budget in 16 Bit erhält.</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Attention heads as sub-columns</source>
        <translation>Attention-Köpfe als Teilspalten</translation>
    </message>
    <message>
        <source>Splits q, k, v and o into their attention heads (saliency and gradient; the sketch has no sums per row of ΔW).</source>
        <translation>Teilt q, k, v und o in ihre Attention-Köpfe (Salienz und Gradient; die Skizze hat keine Summen je Zeile von ΔW).</translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation>stärkste zuerst</translation>
    </message>
    <message>
        <source>Layers with the highest mean first</source>
        <translation>Schichten mit dem höchsten Mittel zuerst</translation>
    </message>
    <message>
        <source>Sorts the layers by the mean of what is shown. Off: in the model&apos;s order.</source>
        <translation>Sortiert die Schichten nach dem Mittel des Gezeigten. Aus: in der Reihenfolge des Modells.</translation>
    </message>
    <message>
        <source>share kept, log scale · double-click opens the matrix</source>
        <translation>erhaltener Anteil, log. Skala · Doppelklick öffnet die Matrix</translation>
    </message>
    <message>
        <source>mean |gradient|, log scale · double-click opens the matrix</source>
        <translation>mittlerer |Gradient|, log. Skala · Doppelklick öffnet die Matrix</translation>
    </message>
    <message>
        <source>rms of ΔW, log scale · double-click opens the matrix</source>
        <translation>Effektivwert von ΔW, log. Skala · Doppelklick öffnet die Matrix</translation>
    </message>
    <message>
        <source>mean saliency, log scale · double-click opens the matrix</source>
        <translation>mittlere Salienz, log. Skala · Doppelklick öffnet die Matrix</translation>
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
    <message>
        <source>share kept: %1</source>
        <translation>erhaltener Anteil: %1</translation>
    </message>
    <message>
        <source>head %1: %2</source>
        <translation>Kopf %1: %2</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ParetoCard</name>
    <message>
        <source>Size against loss</source>
        <translation>Größe gegen Loss</translation>
    </message>
    <message>
        <source>Measured runs: bits per weight against mean loss. Arrows choose a run.</source>
        <translation>Gemessene Läufe: Bit je Gewicht gegen mittleren Loss. Pfeiltasten wählen einen Lauf.</translation>
    </message>
    <message>
        <source>size against loss</source>
        <translation>Größe gegen Loss</translation>
    </message>
    <message>
        <source>Nothing measured yet for this model and task. Each budget that you quantize and measure becomes a point here.</source>
        <translation>Für dieses Modell und diese Aufgabe ist noch nichts gemessen. Jedes Budget, das quantisiert und gemessen wird, erscheint hier als Punkt.</translation>
    </message>
    <message>
        <source>Run %1: %2 · %3 bits · loss %4 ± %5</source>
        <translation>Lauf %1: %2 · %3 Bit · Loss %4 ± %5</translation>
    </message>
    <message>
        <source>Click a point for its run. Line: the best for its size. Dashed: the original. Orange: the present budget.</source>
        <translation>Einen Punkt anklicken zeigt seinen Lauf. Linie: der beste bei seiner Größe. Gestrichelt: das Original. Orange: das jetzige Budget.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ParetoView</name>
    <message>
        <source>bits per weight</source>
        <translation>Bit je Gewicht</translation>
    </message>
    <message>
        <source>nats per token</source>
        <translation>Nats pro Token</translation>
    </message>
    <message>
        <source>Ring: the present budget, with the loss that measured runs predict. Dashed: the original.</source>
        <translation>Ring: das jetzige Budget mit dem Loss, den die gemessenen Läufe vorhersagen. Gestrichelt: das Original.</translation>
    </message>
    <message>
        <source>Dotted: the size of the present budget. Dashed: the original.</source>
        <translation>Gepunktet: die Größe des jetzigen Budgets. Gestrichelt: das Original.</translation>
    </message>
    <message>
        <source>loss %1 ± %2 (95 %)</source>
        <translation>Loss %1 ± %2 (95 %)</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Loss %1</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Lauf %1: %2</translation>
    </message>
    <message>
        <source>%1 bits per weight, %2</source>
        <translation>%1 Bit je Gewicht, %2</translation>
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
    <message>
        <source>Any command that speaks the engine&apos;s protocol on its input and output. Models are then paths of that computer; what you look at is fetched from there.</source>
        <translation>Jeder Befehl, der auf Ein- und Ausgabe das Protokoll der Engine spricht. Modelle sind dann Pfade auf jenem Rechner; was Sie ansehen, wird von dort geholt.</translation>
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
        <source>Press Quantize: the smaller model is made with the budget on the Circuit page, then measured.</source>
        <translation>Drücken Sie „Quantisieren“: Das kleinere Modell entsteht mit dem Budget der Seite „Schaltkreis“ und wird dann gemessen.</translation>
    </message>
    <message>
        <source>Run saliency first; then choose a budget on the Circuit page.</source>
        <translation>Berechnen Sie erst die Salienz; wählen Sie dann auf der Seite „Schaltkreis“ ein Budget.</translation>
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
    <message>
        <source>Progress is in the queue and in the jobs below. The model is measured as soon as it is done.</source>
        <translation>Der Fortschritt steht in der Warteschlange und unten bei den Aufträgen. Das Modell wird gemessen, sobald es fertig ist.</translation>
    </message>
    <message>
        <source>%1: %2 weights kept in 16 bit. Made in %3.</source>
        <translation>%1: %2 Gewichte in 16 Bit erhalten. Erzeugt in %3.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Puts this budget into the queue, behind what is being made.</source>
        <translation>Stellt dieses Budget in die Warteschlange, hinter das, was gerade entsteht.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizeQueueCard</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Nothing is being made. Quantize puts the present budget here; change it and press again for another model.</source>
        <translation>Gerade entsteht nichts. „Quantisieren“ stellt das jetzige Budget hier ein; ändern und noch einmal drücken ergibt ein weiteres Modell.</translation>
    </message>
    <message>
        <source>Models to be made</source>
        <translation>Modelle, die entstehen sollen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops the chosen one; what is finished stays in the workspace.</source>
        <translation>Hält das gewählte an; was fertig ist, bleibt im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Takes the chosen one off the list, stopping it where it still waits or runs.</source>
        <translation>Nimmt das gewählte von der Liste und hält es an, falls es noch wartet oder läuft.</translation>
    </message>
    <message>
        <source>Goes on with the chosen one after its last finished layer or stage.</source>
        <translation>Macht beim gewählten nach der letzten fertigen Schicht oder Stufe weiter.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::QuantizeQueueModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>rate and time left</source>
        <translation>Tempo und Restzeit</translation>
    </message>
    <message>
        <source>Models are made one after another, each measured before the next is made.</source>
        <translation>Modelle entstehen nacheinander; jedes wird gemessen, bevor das nächste beginnt.</translation>
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
    <name>tacq::ui::RemotePath</name>
    <message>
        <source>Path of a model on the engine&apos;s computer</source>
        <translation>Pfad eines Modells auf dem Rechner der Engine</translation>
    </message>
    <message>
        <source>The engine works on another computer: name a model folder or file as it is called there.</source>
        <translation>Die Engine arbeitet auf einem anderen Rechner: Ordner oder Datei des Modells so nennen, wie sie dort heißen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens the model on the engine&apos;s computer.</source>
        <translation>Öffnet das Modell auf dem Rechner der Engine.</translation>
    </message>
    <message>
        <source>On %1:</source>
        <translation>Auf %1:</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RemoteWorkspace</name>
    <message>
        <source>Fetching the sketch</source>
        <translation>Skizze wird geholt</translation>
    </message>
</context>
<context>
    <name>tacq::ui::ResultsCard</name>
    <message>
        <source>Original and results</source>
        <translation>Original und Ergebnisse</translation>
    </message>
    <message>
        <source>Models made in this session</source>
        <translation>Modelle aus dieser Sitzung</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>Anderer Text</translation>
    </message>
    <message>
        <source>Other text to measure on</source>
        <translation>Anderer Text zum Messen</translation>
    </message>
    <message>
        <source>A text that the model is not made for: its perplexity shows what is lost elsewhere.</source>
        <translation>Ein Text, für den das Modell nicht gemacht ist: Seine Perplexität zeigt, was anderswo verloren geht.</translation>
    </message>
    <message>
        <source>What to measure again</source>
        <translation>Was noch einmal gemessen wird</translation>
    </message>
    <message>
        <source>The figure to measure again for the chosen row.</source>
        <translation>Der Messwert, der für die gewählte Zeile noch einmal gemessen wird.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Noch einmal messen</translation>
    </message>
    <message>
        <source>Measures the chosen model again, on the same tokens.</source>
        <translation>Misst das gewählte Modell noch einmal, auf denselben Token.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>KL and agreement</source>
        <translation>KL und Übereinstimmung</translation>
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
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on the task&apos;s evaluation text: lower is better. The standard error comes from the spread over windows.</source>
        <translation>exp(mittlere negative Log-Likelihood) auf dem Auswertungstext der Aufgabe: kleiner ist besser. Der Standardfehler kommt aus der Streuung über die Fenster.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>It compares with the original, so the original has none.</source>
        <translation>Der Wert vergleicht mit dem Original, darum hat das Original keinen.</translation>
    </message>
    <message>
        <source>On %1 tokens of %2.</source>
        <translation>Auf %1 Token von %2.</translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation>Kommt noch.</translation>
    </message>
    <message>
        <source>Not measured. Choose the row and press Measure again.</source>
        <translation>Nicht gemessen. Wählen Sie die Zeile und drücken Sie „Noch einmal messen“.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>perplexity ± SE</source>
        <translation>Perplexität ± SF</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunActions</name>
    <message>
        <source>Run %1 again: %2</source>
        <translation>Lauf %1 noch einmal: %2</translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation>Lauf %1 öffnen</translation>
    </message>
    <message>
        <source>Report of run %1</source>
        <translation>Bericht über Lauf %1</translation>
    </message>
    <message>
        <source>Name of run %1</source>
        <translation>Name von Lauf %1</translation>
    </message>
    <message>
        <source>name of run %1</source>
        <translation>Name von Lauf %1</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n run(s)</source>
        <translation>
            <numerusform>%n Lauf vergessen</numerusform>
            <numerusform>%n Läufe vergessen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDetailCard</name>
    <message>
        <source>The chosen run</source>
        <translation>Der gewählte Lauf</translation>
    </message>
    <message>
        <source>Command of the run</source>
        <translation>Befehl des Laufs</translation>
    </message>
    <message>
        <source>What one would type to do this run again.</source>
        <translation>Was man eintippen würde, um diesen Lauf zu wiederholen.</translation>
    </message>
    <message>
        <source>Why the run failed</source>
        <translation>Warum der Lauf fehlschlug</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Copies what went wrong, for a bug report.</source>
        <translation>Kopiert, was schiefging, für einen Fehlerbericht.</translation>
    </message>
    <message>
        <source>Failed:</source>
        <translation>Fehlgeschlagen:</translation>
    </message>
    <message>
        <source>Options of the run</source>
        <translation>Optionen des Laufs</translation>
    </message>
    <message>
        <source>Metrics of the run</source>
        <translation>Messwerte des Laufs</translation>
    </message>
    <message>
        <source>Stages, artifacts and files of the run</source>
        <translation>Stufen, Artefakte und Dateien des Laufs</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>What you call this run; it stands in the list and in comparisons.</source>
        <translation>Wie Sie diesen Lauf nennen; so steht er in der Liste und in Vergleichen.</translation>
    </message>
    <message>
        <source>Tags of the run</source>
        <translation>Schlagwörter des Laufs</translation>
    </message>
    <message>
        <source>Tags, between commas</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Words to find it by: #paper in the search shows the runs with this tag.</source>
        <translation>Wörter, unter denen er zu finden ist: #artikel in der Suche zeigt die Läufe mit diesem Schlagwort.</translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation>Notiz zum Lauf</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Eine Notiz</translation>
    </message>
    <message>
        <source>What is to be remembered of this run. It is kept when you go elsewhere, and can be taken back with Undo.</source>
        <translation>Was von diesem Lauf zu merken ist. Es bleibt, wenn Sie weitergehen, und lässt sich mit Rückgängig zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffCard</name>
    <message>
        <source>How the chosen runs differ</source>
        <translation>Wie sich die gewählten Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Leaves out the rows in which all chosen runs say the same.</source>
        <translation>Lässt die Zeilen weg, in denen alle gewählten Läufe dasselbe sagen.</translation>
    </message>
    <message>
        <source>Options and metrics of the chosen runs</source>
        <translation>Optionen und Messwerte der gewählten Läufe</translation>
    </message>
    <message>
        <source>differences of runs</source>
        <translation>Unterschiede der Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) differ</source>
        <translation>
            <numerusform>%n Zeile verschieden</numerusform>
            <numerusform>%n Zeilen verschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>★ best</source>
        <translation>★ bester</translation>
    </message>
</context>
<context>
    <name>tacq::ui::RunDiffModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>★ %1</source>
        <translation>★ %1</translation>
    </message>
    <message>
        <source>%1, the best of the chosen runs</source>
        <translation>%1, der beste der gewählten Läufe</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
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
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>quantize</source>
        <translation>quantisieren</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation>auswerten</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood) on %1</source>
        <translation>exp(mittlere negative Log-Likelihood) auf %1</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>task or text</source>
        <translation>Aufgabe oder Text</translation>
    </message>
    <message>
        <source>bits / weight</source>
        <translation>Bit / Gewicht</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Number of the run in this workspace.</source>
        <translation>Nummer des Laufs in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The command that was run.</source>
        <translation>Der Befehl, der ausgeführt wurde.</translation>
    </message>
    <message>
        <source>The model it was run on.</source>
        <translation>Das Modell, auf dem er lief.</translation>
    </message>
    <message>
        <source>Where the text came from: a task, or a file.</source>
        <translation>Woher der Text kam: aus einer Aufgabe oder aus einer Datei.</translation>
    </message>
    <message>
        <source>Bits per quantizable weight, scales and kept weights included; for a saliency the width simulated.</source>
        <translation>Bit je quantisierbarem Gewicht, Skalen und erhaltene Gewichte mitgezählt; bei einer Salienz die simulierte Breite.</translation>
    </message>
    <message>
        <source>Weights kept in 16 bit.</source>
        <translation>Gewichte, die in 16 Bit erhalten sind.</translation>
    </message>
    <message>
        <source>Bytes of all tensors of the model made.</source>
        <translation>Bytes aller Tensoren des erzeugten Modells.</translation>
    </message>
    <message>
        <source>exp(mean negative log-likelihood), on the text named when pointed at. Lower is better.</source>
        <translation>exp(mittlere negative Log-Likelihood) auf dem Text, der beim Daraufzeigen genannt wird. Kleiner ist besser.</translation>
    </message>
    <message>
        <source>done, failed, cancelled, running, or interrupted: its process ended.</source>
        <translation>fertig, fehlgeschlagen, abgebrochen, läuft oder unterbrochen: Sein Prozess ist zu Ende.</translation>
    </message>
    <message>
        <source>When it began, local time.</source>
        <translation>Wann er begann, in Ortszeit.</translation>
    </message>
    <message>
        <source>Seconds from beginning to end.</source>
        <translation>Sekunden von Anfang bis Ende.</translation>
    </message>
    <message>
        <source>other score</source>
        <translation>anderes Maß</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>umwandeln</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>quantization</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>What you call it, and its tags.</source>
        <translation>Wie Sie ihn nennen, und seine Schlagwörter.</translation>
    </message>
    <message>
        <source>How the model was quantized, whatever the task, the text and the seed.</source>
        <translation>Wie das Modell quantisiert wurde, gleich mit welcher Aufgabe, welchem Text und welchem Startwert.</translation>
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
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies what you would type to do the chosen run again.</source>
        <translation>Kopiert, was man eintippen würde, um den gewählten Lauf zu wiederholen.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 von %n Lauf</numerusform>
            <numerusform>%1 von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>Ordner für die Berichte</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>✓ Report of run %1: %2</source>
        <translation>✓ Bericht über Lauf %1: %2</translation>
    </message>
    <message>
        <source>Hold Ctrl or Shift to choose several runs.</source>
        <translation>Halten Sie Strg oder Umschalt gedrückt, um mehrere Läufe zu wählen.</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>Läufe durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Takes over the run&apos;s task and budget and opens its saliency; a quantized model becomes a result. Only where the model still is.</source>
        <translation>Übernimmt Aufgabe und Budget des Laufs und öffnet seine Salienz; ein quantisiertes Modell wird zum Ergebnis. Nur, wo das Modell noch da ist.</translation>
    </message>
    <message>
        <source>Compare circuits</source>
        <translation>Schaltkreise vergleichen</translation>
    </message>
    <message>
        <source>Choose two saliency or quantize runs of one model: where their kept weights agree and differ.</source>
        <translation>Wählen Sie zwei Salienz- oder Quantisierungsläufe desselben Modells: wo ihre erhaltenen Gewichte übereinstimmen und wo nicht.</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Does the run again with the same options; what is in the workspace is used.</source>
        <translation>Führt den Lauf mit denselben Optionen noch einmal aus; was im Arbeitsbereich liegt, wird verwendet.</translation>
    </message>
    <message>
        <source>Copies what one would type to do the chosen runs again.</source>
        <translation>Kopiert, was man eintippen würde, um die gewählten Läufe zu wiederholen.</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Saves a page about each chosen run: card, ledger, maps, metrics, recipe, hashes. It opens anywhere, without a network.</source>
        <translation>Speichert eine Seite über jeden gewählten Lauf: Steckbrief, Größenbilanz, Karten, Messwerte, Rezept, Hashwerte. Sie lässt sich überall öffnen, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Shows the report in the program for web pages.</source>
        <translation>Zeigt den Bericht im Programm für Webseiten.</translation>
    </message>
    <message>
        <source>Choose a run to look into it; choose several to lay them side by side.</source>
        <translation>Wählen Sie einen Lauf, um hineinzusehen; wählen Sie mehrere, um sie nebeneinanderzulegen.</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n run(s), with all that they measured? Models that they wrote stay; a clean-up of the workspace can then free the rest.</source>
        <translation>
            <numerusform>%n Lauf vergessen, mit allem, was er gemessen hat? Geschriebene Modelle bleiben; ein Aufräumen des Arbeitsbereichs kann danach den Rest freigeben.</numerusform>
            <numerusform>%n Läufe vergessen, mit allem, was sie gemessen haben? Geschriebene Modelle bleiben; ein Aufräumen des Arbeitsbereichs kann danach den Rest freigeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by quantization</source>
        <translation>Nach Quantisierung gruppieren</translation>
    </message>
    <message>
        <source>Puts runs of one width, share kept, grouping and score together, whatever their task, text and seed.</source>
        <translation>Stellt Läufe einer Breite, eines behaltenen Anteils, einer Gruppierung und eines Maßes zusammen, gleich mit welcher Aufgabe, welchem Text und welchem Startwert.</translation>
    </message>
    <message>
        <source>Clean up …</source>
        <translation>Aufräumen …</translation>
    </message>
    <message>
        <source>How large the workspace is, and what of it no run needs any more. Asks before anything goes.</source>
        <translation>Wie groß der Arbeitsbereich ist und was davon kein Lauf mehr braucht. Fragt, bevor etwas verschwindet.</translation>
    </message>
    <message>
        <source>Shows the runs whose name, tags, note, command, model, task or state holds every word.</source>
        <translation>Zeigt die Läufe, in deren Name, Schlagwörtern, Notiz, Befehl, Modell, Aufgabe oder Zustand jedes Wort vorkommt.</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>Vergessen …</translation>
    </message>
    <message>
        <source>Takes the chosen runs out of the list, with all that they measured (Del). Asks first.</source>
        <translation>Nimmt die gewählten Läufe aus der Liste, mit allem, was sie gemessen haben (Entf). Fragt zuerst.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Nothing is forgotten.</source>
        <translation>Nichts wird vergessen.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Takes them out of the list for good. What they wrote stays where it is.</source>
        <translation>Nimmt sie endgültig aus der Liste. Was sie geschrieben haben, bleibt, wo es ist.</translation>
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
    <message>
        <source>Press Run saliency: it starts when the job under way is done.</source>
        <translation>Drücken Sie Salienz berechnen: Es beginnt, wenn der laufende Auftrag fertig ist.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Runs with the model, the task and the grid that are chosen now. What is computed already is used again.</source>
        <translation>Läuft mit dem Modell, der Aufgabe und dem Raster, die jetzt gewählt sind. Was schon berechnet ist, wird wieder verwendet.</translation>
    </message>
    <message>
        <source>Sends the job again.</source>
        <translation>Schickt den Auftrag noch einmal.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SettingsCard</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>Your own settings. A preset is a starting point; Undo brings yours back.</source>
        <translation>Ihre eigenen Einstellungen. Eine Vorlage ist ein Ausgangspunkt; „Rückgängig“ holt Ihre zurück.</translation>
    </message>
    <message>
        <source>What chooses the kept weights</source>
        <translation>Was die behaltenen Gewichte auswählt</translation>
    </message>
    <message>
        <source>TaCQ&apos;s score, or another to compare with: same grid, same size, only the choice of weights differs. The last two keep none.</source>
        <translation>Das Maß von TaCQ oder ein anderes zum Vergleich: gleiches Raster, gleiche Größe, nur die Wahl der Gewichte ist anders. Die letzten beiden behalten keine.</translation>
    </message>
    <message>
        <source>nothing kept: %1</source>
        <translation>nichts behalten: %1</translation>
    </message>
    <message>
        <source>Weights kept by</source>
        <translation>Gewichte behalten nach</translation>
    </message>
    <message>
        <source>By %1, to compare with: as many weights, but others. Maps and counts of single matrices stay those of TaCQ&apos;s score.</source>
        <translation>Nach %1, zum Vergleich: ebenso viele Gewichte, aber andere. Karten und Zahlen einzelner Matrizen bleiben die des TaCQ-Maßes.</translation>
    </message>
    <message>
        <source>Keeps no weights: the share above is not used.</source>
        <translation>Behält keine Gewichte: Der Anteil oben gilt nicht.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerPage</name>
    <message>
        <source>None open yet</source>
        <translation>Noch keines geöffnet</translation>
    </message>
    <message>
        <source>%1 · %2 weights</source>
        <translation>%1 · %2 Gewichte</translation>
    </message>
    <message>
        <source>or drop one on this window</source>
        <translation>oder eines in diesem Fenster ablegen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1. A built-in collection of text for this purpose. Licence: %2.</source>
        <translation>%1. Eine mitgelieferte Textsammlung für diesen Zweck. Lizenz: %2.</translation>
    </message>
    <message>
        <source>My own examples …</source>
        <translation>Meine eigenen Beispiele …</translation>
    </message>
    <message>
        <source>Paste text of your own, or choose a file. It stays on this computer.</source>
        <translation>Fügen Sie eigenen Text ein, oder wählen Sie eine Datei. Er bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Sizes to choose from</source>
        <translation>Größen zur Auswahl</translation>
    </message>
    <message>
        <source>your examples</source>
        <translation>Ihre Beispiele</translation>
    </message>
    <message>
        <source>First open a model.</source>
        <translation>Öffnen Sie erst ein Modell.</translation>
    </message>
    <message>
        <source>This model was already made smaller here. Open the original instead.</source>
        <translation>Dieses Modell wurde hier schon verkleinert. Öffnen Sie stattdessen das Original.</translation>
    </message>
    <message numerus="yes">
        <source>Paste some examples, or choose a file: %n character(s) at least.</source>
        <translation>
            <numerusform>Fügen Sie Beispiele ein, oder wählen Sie eine Datei: mindestens %n Zeichen.</numerusform>
            <numerusform>Fügen Sie Beispiele ein, oder wählen Sie eine Datei: mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where the smaller model shall lie.</source>
        <translation>Geben Sie an, wo das kleinere Modell liegen soll.</translation>
    </message>
    <message>
        <source>It is being made.</source>
        <translation>Es wird gerade erzeugt.</translation>
    </message>
    <message>
        <source>One moment: this machine is being measured.</source>
        <translation>Einen Moment: Dieser Rechner wird gerade gemessen.</translation>
    </message>
    <message>
        <source>Something else is running; wait until it is done.</source>
        <translation>Etwas anderes läuft noch; warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Uses %1</source>
        <translation>Verwendet %1</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Measuring this machine</source>
        <translation>Dieser Rechner wird gemessen</translation>
    </message>
    <message>
        <source>Open your examples</source>
        <translation>Beispiele öffnen</translation>
    </message>
    <message>
        <source>Text and tables (*.txt *.jsonl *.csv)</source>
        <translation>Text und Tabellen (*.txt *.jsonl *.csv)</translation>
    </message>
    <message>
        <source>1  Which model?</source>
        <translation>1  Welches Modell?</translation>
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
        <source>Use the sample</source>
        <translation>Beispiel verwenden</translation>
    </message>
    <message>
        <source>A tiny real model that writes children&apos;s stories: good for a first try, every step takes seconds.</source>
        <translation>Ein winziges echtes Modell, das Kindergeschichten schreibt: gut für einen ersten Versuch, jeder Schritt dauert Sekunden.</translation>
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
    <message>
        <source>2  What do you use it for?</source>
        <translation>2  Wofür verwenden Sie es?</translation>
    </message>
    <message>
        <source>What it is used for</source>
        <translation>Wofür es verwendet wird</translation>
    </message>
    <message>
        <source>Your own examples</source>
        <translation>Ihre eigenen Beispiele</translation>
    </message>
    <message>
        <source>Text like the one the model shall read and write. A few pages are good; it stays on this computer.</source>
        <translation>Text von der Art, die das Modell lesen und schreiben soll. Einige Seiten sind gut; er bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Paste text like the one the model shall read and write: a few pages are good. It stays on this computer.</source>
        <translation>Fügen Sie Text von der Art ein, die das Modell lesen und schreiben soll: Einige Seiten sind gut. Er bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Plain text (.txt), or one example a line (.jsonl, .csv).</source>
        <translation>Reiner Text (.txt), oder ein Beispiel je Zeile (.jsonl, .csv).</translation>
    </message>
    <message>
        <source>3  Where will it run?</source>
        <translation>3  Wo wird es laufen?</translation>
    </message>
    <message>
        <source>Where it will run</source>
        <translation>Wo es laufen wird</translation>
    </message>
    <message>
        <source>On this computer, in this program</source>
        <translation>Auf diesem Computer, in diesem Programm</translation>
    </message>
    <message>
        <source>In a program that loads Hugging Face folders</source>
        <translation>In einem Programm, das Hugging-Face-Ordner lädt</translation>
    </message>
    <message>
        <source>Size at most, in MB</source>
        <translation>Größe höchstens, in MB</translation>
    </message>
    <message>
        <source>The weights&apos; files together take at most this much. 1 MB is a million bytes.</source>
        <translation>Die Dateien der Gewichte belegen zusammen höchstens so viel. 1 MB ist eine Million Bytes.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>How long may it take?</source>
        <translation>Wie lange darf es dauern?</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>More time means more text is read, which makes the choice of weights steadier.</source>
        <translation>Mit mehr Zeit wird mehr Text gelesen; das macht die Wahl der Gewichte stabiler.</translation>
    </message>
    <message>
        <source>About a minute</source>
        <translation>Etwa eine Minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>Half an hour</source>
        <translation>Eine halbe Stunde</translation>
    </message>
    <message>
        <source>What you will get</source>
        <translation>Was Sie bekommen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>All weight files together, known to the byte before anything is done.</source>
        <translation>Alle Gewichtsdateien zusammen, aufs Byte genau bekannt, bevor etwas geschieht.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Fewer bits make weights coarser; the few that your purpose needs most stay as they are.</source>
        <translation>Weniger Bit machen Gewichte gröber; die wenigen, die Ihr Zweck am meisten braucht, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>How much text is read to find out which weights matter: as much as fits in your time. A token is a piece of a word.</source>
        <translation>Wie viel Text gelesen wird, um herauszufinden, auf welche Gewichte es ankommt: so viel, wie in Ihre Zeit passt. Ein Token ist ein Stück eines Wortes.</translation>
    </message>
    <message>
        <source>The arithmetic to be done, divided by the speed this machine was measured at.</source>
        <translation>Die nötige Rechenarbeit, geteilt durch das gemessene Tempo dieses Rechners.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>What the work needs at its peak, at least.</source>
        <translation>Was die Arbeit in der Spitze mindestens braucht.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Perplexity on text for this purpose: lower is better. Only measuring tells.</source>
        <translation>Perplexität auf Text für diesen Zweck: kleiner ist besser. Erst das Messen zeigt es.</translation>
    </message>
    <message>
        <source>Folder of the smaller model</source>
        <translation>Ordner des kleineren Modells</translation>
    </message>
    <message>
        <source>This folder is made. It must not be there yet.</source>
        <translation>Dieser Ordner wird angelegt. Er darf noch nicht da sein.</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Finds the weights that matter, makes the smaller model, measures both and writes the folder.</source>
        <translation>Findet die Gewichte, auf die es ankommt, erzeugt das kleinere Modell, misst beide und schreibt den Ordner.</translation>
    </message>
    <message>
        <source>Measure this machine (5 s)</source>
        <translation>Diesen Rechner messen (5 s)</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>Progress of everything</source>
        <translation>Fortschritt insgesamt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops. What is finished is kept.</source>
        <translation>Hält an. Was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from the last finished step.</source>
        <translation>Macht nach dem letzten fertigen Schritt weiter.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Show me what you did</source>
        <translation>Zeigen, was getan wurde</translation>
    </message>
    <message>
        <source>Opens the pages for experts on this very run, with the same settings.</source>
        <translation>Öffnet die Seiten für Fachleute zu genau diesem Lauf, mit denselben Einstellungen.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Shows the new folder in the file manager.</source>
        <translation>Zeigt den neuen Ordner in der Dateiverwaltung.</translation>
    </message>
    <message>
        <source>This may need more memory than is free: close other programs first.</source>
        <translation>Das braucht vielleicht mehr Arbeitsspeicher, als frei ist: Schließen Sie erst andere Programme.</translation>
    </message>
    <message>
        <source>Even the least text takes longer than you allow on this machine.</source>
        <translation>Selbst der kürzeste Text dauert auf diesem Rechner länger, als Sie erlauben.</translation>
    </message>
    <message>
        <source>Programs that load Hugging Face folders need 16 bits for every weight: their folder takes about %1. The small model is written beside it.</source>
        <translation>Programme, die Hugging-Face-Ordner laden, brauchen 16 Bit für jedes Gewicht: Deren Ordner belegt etwa %1. Das kleine Modell wird daneben geschrieben.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>measuring this machine …</source>
        <translation>dieser Rechner wird gemessen …</translation>
    </message>
    <message>
        <source>%1, a guess: this machine was not measured</source>
        <translation>%1, geschätzt: Dieser Rechner wurde nicht gemessen</translation>
    </message>
    <message>
        <source>%1 of %2 that are free</source>
        <translation>%1 von freien %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1 (on %2)</source>
        <translation>%1 (auf %2)</translation>
    </message>
    <message>
        <source>Something else lies there already: choose another name.</source>
        <translation>Dort liegt schon etwas anderes: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Nothing can be written to that place: choose another one.</source>
        <translation>An diesen Ort kann nichts geschrieben werden: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Where to put it</source>
        <translation>Wohin damit</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Lets the smaller model write, beside the original.</source>
        <translation>Lässt das kleinere Modell schreiben, neben dem Original.</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message>
        <source>Use pasted text</source>
        <translation>Eingefügten Text verwenden</translation>
    </message>
    <message>
        <source>Lets go of the file: the text above counts again.</source>
        <translation>Lässt die Datei los: Der Text oben zählt wieder.</translation>
    </message>
    <message>
        <source>make it smaller</source>
        <translation>verkleinern</translation>
    </message>
    <message>
        <source>How fast this machine multiplies, so that the time above is right. Done once by itself; again when you press this.</source>
        <translation>Wie schnell dieser Computer multipliziert, damit die Zeit oben stimmt. Geschieht einmal von selbst und noch einmal, wenn Sie hier drücken.</translation>
    </message>
    <message>
        <source>Measure again (5 s)</source>
        <translation>Neu messen (5 s)</translation>
    </message>
    <message>
        <source>transformers, vLLM and others need 16 bits for every weight: their folder takes about %1, however small the packed model is.</source>
        <translation>transformers, vLLM und andere brauchen 16 Bit für jedes Gewicht: Ihr Ordner braucht etwa %1, wie klein das gepackte Modell auch ist.</translation>
    </message>
    <message>
        <source>transformers, vLLM and others need 16 bits for every weight, however small the packed model is.</source>
        <translation>transformers, vLLM und andere brauchen 16 Bit für jedes Gewicht, wie klein das gepackte Modell auch ist.</translation>
    </message>
    <message>
        <source>A folder as small as the forecast says, which this program and its command line load.</source>
        <translation>Ein Ordner, so klein, wie die Vorhersage sagt; dieses Programm und seine Befehlszeile laden ihn.</translation>
    </message>
    <message>
        <source>The model is not larger than that already: choose a smaller size.</source>
        <translation>Das Modell ist schon jetzt nicht größer: Wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>show what was made smaller</source>
        <translation>zeigen, was verkleinert wurde</translation>
    </message>
    <message>
        <source>4  How small?</source>
        <translation>4  Wie klein?</translation>
    </message>
    <message>
        <source>both begin</source>
        <translation>beide beginnen</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleineres</translation>
    </message>
    <message>
        <source>(ended at once)</source>
        <translation>(hörte sofort auf)</translation>
    </message>
</context>
<context>
    <name>tacq::ui::SmallerRun</name>
    <message>
        <source>Finding the weights that matter for %1</source>
        <translation>Gewichte finden, auf die es für %1 ankommt</translation>
    </message>
    <message>
        <source>Making the smaller model</source>
        <translation>Kleineres Modell wird erzeugt</translation>
    </message>
    <message>
        <source>Measuring the original</source>
        <translation>Original wird gemessen</translation>
    </message>
    <message>
        <source>Measuring the smaller model</source>
        <translation>Kleineres Modell wird gemessen</translation>
    </message>
    <message>
        <source>Writing the folder</source>
        <translation>Ordner wird geschrieben</translation>
    </message>
    <message>
        <source>make it smaller</source>
        <translation>verkleinern</translation>
    </message>
    <message>
        <source>Make it smaller: %1</source>
        <translation>Verkleinern: %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
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
        <source>Letting both write</source>
        <translation>Beide schreiben lassen</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>Beginnings to write on from</source>
        <translation>Anfänge zum Weiterschreiben</translation>
    </message>
    <message>
        <source>The original writes</source>
        <translation>Das Original schreibt</translation>
    </message>
    <message>
        <source>The smaller model writes</source>
        <translation>Das kleinere Modell schreibt</translation>
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
    <message>
        <source>Make it smaller</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Make it smaller …</source>
        <translation>Verkleinern …</translation>
    </message>
    <message>
        <source>Three questions; what you will get is shown before anything is done.</source>
        <translation>Drei Fragen; was Sie bekommen, sehen Sie, bevor etwas geschieht.</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>For the curious and for experts: open a model, see which weights a task needs, down to a single one, and set every detail yourself.</source>
        <translation>Für Neugierige und Fachleute: Öffnen Sie ein Modell, sehen Sie, welche Gewichte eine Aufgabe braucht, bis zum einzelnen, und stellen Sie jede Einzelheit selbst ein.</translation>
    </message>
    <message>
        <source>Learn by doing</source>
        <translation>Durch Ausprobieren lernen</translation>
    </message>
    <message>
        <source>Short tours on the sample, step by step: why two bits hurt, and how two tasks differ.</source>
        <translation>Kurze Führungen am Beispiel, Schritt für Schritt: warum zwei Bit schaden und wie sich zwei Aufgaben unterscheiden.</translation>
    </message>
    <message>
        <source>Lessons …</source>
        <translation>Lektionen …</translation>
    </message>
    <message>
        <source>The list of lessons.</source>
        <translation>Die Liste der Lektionen.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 · %2 weights · %3</source>
        <translation>%1 · %2 Gewichte · %3</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Takes the entry off this list; no file is touched.</source>
        <translation>Nimmt den Eintrag von dieser Liste; keine Datei wird angerührt.</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Zuletzt benutzte Arbeitsbereiche</translation>
    </message>
    <message>
        <source>A workspace is a folder that keeps runs and what was computed, so that nothing is computed twice.</source>
        <translation>Ein Arbeitsbereich ist ein Ordner, der Läufe und Berechnetes behält, damit nichts zweimal berechnet wird.</translation>
    </message>
    <message>
        <source>in use · %1</source>
        <translation>in Benutzung · %1</translation>
    </message>
    <message>
        <source>For everyone: answer four questions, press one button, and get a model that needs less room and is measured on what you use it for.</source>
        <translation>Für alle: vier Fragen beantworten, einen Knopf drücken und ein Modell bekommen, das weniger Platz braucht und an dem gemessen ist, wofür Sie es benutzen.</translation>
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
    <name>tacq::ui::TaskAmountCard</name>
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
        <translation>Auf wie vielen Textstücken die Gradienten genommen werden. Mehr ist stabiler und langsamer.</translation>
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
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Which samples are drawn: another seed draws others, the same seed the same ones on every computer.</source>
        <translation>Welche Proben gezogen werden: Ein anderer Startwert zieht andere, derselbe zieht auf jedem Computer dieselben.</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>tokens per sample</source>
        <translation>Token je Probe</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Samples are</source>
        <translation>Proben sind</translation>
    </message>
    <message>
        <source>as fits the text</source>
        <translation>wie es zum Text passt</translation>
    </message>
    <message>
        <source>random windows</source>
        <translation>zufällige Fenster</translation>
    </message>
    <message>
        <source>one example each</source>
        <translation>je ein Beispiel</translation>
    </message>
    <message>
        <source>joined, cut in order</source>
        <translation>verbunden, der Reihe nach geschnitten</translation>
    </message>
    <message>
        <source>How texts become samples: random pieces of one long text, one example each, or all examples joined and cut from the start.</source>
        <translation>Wie aus Texten Proben werden: zufällige Stücke eines langen Textes, je ein Beispiel, oder alle Beispiele verbunden und von Anfang an geschnitten.</translation>
    </message>
    <message>
        <source>how samples are cut</source>
        <translation>Schnitt der Proben</translation>
    </message>
    <message>
        <source>Loss on</source>
        <translation>Loss auf</translation>
    </message>
    <message>
        <source>all tokens</source>
        <translation>allen Token</translation>
    </message>
    <message>
        <source>Every token has to be guessed: the question as well as the answer.</source>
        <translation>Jedes Token muss erraten werden: die Frage ebenso wie die Antwort.</translation>
    </message>
    <message>
        <source>the answer only</source>
        <translation>nur der Antwort</translation>
    </message>
    <message>
        <source>Only the answer has to be guessed; the question is read. Needs examples with an answer.</source>
        <translation>Nur die Antwort muss erraten werden; die Frage wird gelesen. Braucht Beispiele mit einer Antwort.</translation>
    </message>
    <message>
        <source>Which tokens the model is asked to guess. The circuit is what these guesses depend on.</source>
        <translation>Welche Token das Modell erraten soll. Der Schaltkreis ist das, wovon dieses Raten abhängt.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>up to %1 tokens in all</source>
        <translation>insgesamt bis zu %1 Token</translation>
    </message>
    <message numerus="yes">
        <source>The text gives %n sample(s) of the %1 asked for, %2 tokens in all.</source>
        <translation>
            <numerusform>Der Text gibt %n Probe von den %1 gewünschten her, insgesamt %2 Token.</numerusform>
            <numerusform>Der Text gibt %n Proben von den %1 gewünschten her, insgesamt %2 Token.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), %1 tokens in all</source>
        <translation>
            <numerusform>%n Probe, insgesamt %1 Token</numerusform>
            <numerusform>%n Proben, insgesamt %1 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Random pieces of the whole text, each as long as asked for.</source>
        <translation>Zufällige Stücke des ganzen Texts, jedes so lang wie gewünscht.</translation>
    </message>
    <message>
        <source>Whole examples, one each, until samples × tokens are used up: long examples give fewer samples.</source>
        <translation>Ganze Beispiele, je eines, bis Proben × Token aufgebraucht sind: Lange Beispiele geben weniger Proben.</translation>
    </message>
    <message>
        <source>All examples in one, cut from the start into pieces of this length: a small set gives few.</source>
        <translation>Alle Beispiele aneinander, vom Anfang an in Stücke dieser Länge geschnitten: Eine kleine Menge gibt wenige.</translation>
    </message>
    <message>
        <source>A long text gives random pieces of this length; a set gives whole examples until samples × tokens are used up, so that long examples give fewer samples.</source>
        <translation>Ein langer Text gibt zufällige Stücke dieser Länge; eine Menge gibt ganze Beispiele, bis Proben × Token aufgebraucht sind, sodass lange Beispiele weniger Proben geben.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskListModel</name>
    <message>
        <source>Bundled</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>From your data folder</source>
        <translation>Aus Ihrem Datenordner</translation>
    </message>
    <message>
        <source>Your own file</source>
        <translation>Ihre eigene Datei</translation>
    </message>
    <message>
        <source>Greyed because its text is not on this machine. It needs, in the folder that TACQ_DATA names when the window is started: %1</source>
        <translation>Grau, weil ihr Text nicht auf diesem Rechner ist. Sie braucht, in dem Ordner, den TACQ_DATA beim Start des Fensters nennt: %1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskMixCard</name>
    <message>
        <source>Mixed with general text</source>
        <translation>Gemischt mit allgemeinem Text</translation>
    </message>
    <message>
        <source>General text</source>
        <translation>Allgemeiner Text</translation>
    </message>
    <message>
        <source>A second text whose samples are mixed in: the weights it needs are kept too, so that the smaller model stays good at more than the task.</source>
        <translation>Ein zweiter Text, dessen Proben beigemischt werden: Auch die Gewichte, die er braucht, bleiben erhalten, damit das kleinere Modell mehr als nur die Aufgabe gut kann.</translation>
    </message>
    <message>
        <source>Share of the task, percent</source>
        <translation>Anteil der Aufgabe in Prozent</translation>
    </message>
    <message>
        <source>Percent of the samples that are the task&apos;s; the rest are general text.</source>
        <translation>Wie viel Prozent der Proben von der Aufgabe stammen; der Rest ist allgemeiner Text.</translation>
    </message>
    <message>
        <source>general text</source>
        <translation>allgemeiner Text</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>All samples are the task&apos;s.</source>
        <translation>Alle Proben stammen von der Aufgabe.</translation>
    </message>
    <message>
        <source>%1 % %2, %3 % %4: about %5 of %6 samples are the task&apos;s.</source>
        <translation>%1 % %2, %3 % %4: Etwa %5 von %6 Proben stammen von der Aufgabe.</translation>
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
        <source>Open a task file</source>
        <translation>Aufgabendatei öffnen</translation>
    </message>
    <message>
        <source>Task files (*.txt *.jsonl *.csv *.safetensors)</source>
        <translation>Aufgabendateien (*.txt *.jsonl *.csv *.safetensors)</translation>
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
    <message>
        <source>or drop it here</source>
        <translation>oder hier ablegen</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Greyed because their texts are not on this machine: %1.</source>
        <translation>Grau, weil ihre Texte nicht auf diesem Rechner sind: %1.</translation>
    </message>
    <message>
        <source>Put these files into one folder, and name it in TACQ_DATA before you start the window:</source>
        <translation>Legen Sie diese Dateien in einen Ordner und nennen Sie ihn in TACQ_DATA, bevor Sie das Fenster starten:</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TaskPreviewCard</name>
    <message>
        <source>What the model is shown</source>
        <translation>Was das Modell zu sehen bekommt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>for finding the circuit</source>
        <translation>zum Finden des Schaltkreises</translation>
    </message>
    <message>
        <source>The calibration text: gradients and the simulated quantization are taken on it.</source>
        <translation>Der Kalibrierungstext: Auf ihm werden die Gradienten und die simulierte Quantisierung genommen.</translation>
    </message>
    <message>
        <source>for measuring</source>
        <translation>zum Messen</translation>
    </message>
    <message>
        <source>The evaluation text: perplexity is measured on it, and nothing else is done with it.</source>
        <translation>Der Auswertungstext: Auf ihm wird die Perplexität gemessen, sonst geschieht nichts mit ihm.</translation>
    </message>
    <message>
        <source>Of all samples, not only of those below. The loss is the mean surprise at the tokens that carry it.</source>
        <translation>Über alle Proben, nicht nur die unten gezeigten. Der Loss ist die mittlere Überraschung bei den Token, die ihn tragen.</translation>
    </message>
    <message>
        <source>Preview of the task&apos;s text</source>
        <translation>Vorschau auf den Text der Aufgabe</translation>
    </message>
    <message>
        <source>Open a model to see the text as the model sees it.</source>
        <translation>Öffnen Sie ein Modell, um den Text so zu sehen, wie ihn das Modell sieht.</translation>
    </message>
    <message>
        <source>carries the loss</source>
        <translation>trägt den Loss</translation>
    </message>
    <message>
        <source>The model has to guess these tokens from what stands before them; the circuit is what these guesses depend on.</source>
        <translation>Das Modell muss diese Token aus dem erraten, was vor ihnen steht; der Schaltkreis ist das, wovon dieses Raten abhängt.</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>nur gelesen</translation>
    </message>
    <message>
        <source>The model reads these tokens but is not asked to guess them.</source>
        <translation>Das Modell liest diese Token, muss sie aber nicht erraten.</translation>
    </message>
    <message>
        <source>point at a token to see its id</source>
        <translation>auf ein Token zeigen, um seine Nummer zu sehen</translation>
    </message>
    <message>
        <source>Loading the preview …</source>
        <translation>Vorschau wird geladen …</translation>
    </message>
    <message>
        <source>This task gives no samples.</source>
        <translation>Diese Aufgabe liefert keine Proben.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n sample(s), as the model sees them.</source>
        <translation>
            <numerusform>Die erste %n Probe, wie das Modell sie sieht.</numerusform>
            <numerusform>Die ersten %n Proben, wie das Modell sie sieht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorErrorCard</name>
    <message>
        <source>Error by matrix</source>
        <translation>Fehler je Matrix</translation>
    </message>
    <message>
        <source>Squared error of each matrix, layer by module</source>
        <translation>Quadratischer Fehler jeder Matrix, Schicht mal Modul</translation>
    </message>
    <message>
        <source>error by matrix</source>
        <translation>Fehler je Matrix</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n matrices</source>
        <translation>
            <numerusform>%1 von %n Matrix</numerusform>
            <numerusform>%1 von %n Matrizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing made yet. While a model is made, each matrix shows here as it is done.</source>
        <translation>Noch nichts erzeugt. Während ein Modell entsteht, erscheint hier jede Matrix, sobald sie fertig ist.</translation>
    </message>
    <message>
        <source>Σ(W − Ŵ)² over that of the simulated pass: purple where it is smaller, orange where it is larger.</source>
        <translation>Σ(W − Ŵ)² im Verhältnis zum simulierten Durchgang: violett, wo es kleiner ist, orange, wo es größer ist.</translation>
    </message>
    <message>
        <source>Σ(W − Ŵ)², logarithmic. The simulated pass of these settings is not open, so there is nothing to compare with.</source>
        <translation>Σ(W − Ŵ)², logarithmisch. Der simulierte Durchgang dieser Einstellungen ist nicht geöffnet, daher gibt es nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>Squared error over the simulated pass&apos;s: 1 in the middle.</source>
        <translation>Quadratischer Fehler im Verhältnis zum simulierten Durchgang: 1 in der Mitte.</translation>
    </message>
    <message>
        <source>Sum of squared differences between the weights and what is written.</source>
        <translation>Summe der quadrierten Differenzen zwischen den Gewichten und dem, was geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TensorTreeModel</name>
    <message>
        <source>around the layers</source>
        <translation>um die Schichten herum</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 Gewichte</translation>
    </message>
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
    <name>tacq::ui::TintLegend</name>
    <message>
        <source>Colours of the KL divergence, in nats</source>
        <translation>Farben der KL-Divergenz, in Nat</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1 nats</source>
        <translation>≥ %1 Nat</translation>
    </message>
</context>
<context>
    <name>tacq::ui::TokenView</name>
    <message>
        <source>— sample %1: %2 tokens, %3 carry the loss —</source>
        <translation>— Probe %1: %2 Token, %3 tragen den Loss —</translation>
    </message>
    <message>
        <source>token %1, id %2: its prediction is in the loss</source>
        <translation>Token %1, Nummer %2: Seine Vorhersage zählt zum Loss</translation>
    </message>
    <message>
        <source>token %1, id %2: only read, not in the loss</source>
        <translation>Token %1, Nummer %2: nur gelesen, zählt nicht zum Loss</translation>
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
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>Whether the present budget keeps this weight in 16 bit.</source>
        <translation>Ob dieses Gewicht beim jetzigen Budget in 16 Bit erhalten bleibt.</translation>
    </message>
    <message>
        <source>%1: weights with the highest values are kept.</source>
        <translation>%1: Gewichte mit den höchsten Werten bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WeightGridView</name>
    <message>
        <source>No weight is chosen.</source>
        <translation>Kein Gewicht ist gewählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) from %1 to %2; the weight %3 moves to %4.</source>
        <translation>
            <numerusform>%n Stufe von %1 bis %2; das Gewicht %3 rückt auf %4.</numerusform>
            <numerusform>%n Stufen von %1 bis %2; das Gewicht %3 rückt auf %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a weight in the matrix.</source>
        <translation>Zeigen Sie auf ein Gewicht in der Matrix.</translation>
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
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Which output of the matrix this weight belongs to.</source>
        <translation>Zu welchem Ausgang der Matrix dieses Gewicht gehört.</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Which input of the matrix this weight belongs to.</source>
        <translation>Zu welchem Eingang der Matrix dieses Gewicht gehört.</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>The weight before quantization.</source>
        <translation>Das Gewicht vor der Quantisierung.</translation>
    </message>
    <message>
        <source>Ŵ</source>
        <translation>Ŵ</translation>
    </message>
    <message>
        <source>What the simulated quantization made of it: W − ΔW.</source>
        <translation>Was die simulierte Quantisierung daraus gemacht hat: W − ΔW.</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|Gradient|</translation>
    </message>
    <message>
        <source>How strongly the task&apos;s loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.</source>
        <translation>Wie stark der Loss der Aufgabe auf dieses Gewicht reagiert, über die Proben summiert: Σ |∂L/∂W|.</translation>
    </message>
    <message>
        <source>ΔW</source>
        <translation>ΔW</translation>
    </message>
    <message>
        <source>What quantization alone would change: weight minus quantized weight.</source>
        <translation>Was die Quantisierung allein ändern würde: Gewicht minus quantisiertes Gewicht.</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>|gradient · ΔW · W|: weights with the highest values are kept.</source>
        <translation>|Gradient · ΔW · W|: Gewichte mit den höchsten Werten bleiben erhalten.</translation>
    </message>
    <message>
        <source>kept?</source>
        <translation>erhalten?</translation>
    </message>
    <message>
        <source>Whether the present budget keeps this weight in 16 bit.</source>
        <translation>Ob dieses Gewicht beim jetzigen Budget in 16 Bit erhalten bleibt.</translation>
    </message>
    <message>
        <source>Strongest weights</source>
        <translation>Stärkste Gewichte</translation>
    </message>
    <message>
        <source>The weights of this matrix with the highest saliency. Click one to see where it sits; click a weight in the matrix to find it here.</source>
        <translation>Die Gewichte dieser Matrix mit der höchsten Salienz. Anklicken zeigt, wo eines sitzt; ein Klick auf ein Gewicht in der Matrix findet es hier.</translation>
    </message>
    <message>
        <source>Strongest weights of the chosen matrix</source>
        <translation>Stärkste Gewichte der gewählten Matrix</translation>
    </message>
    <message>
        <source>strongest weights</source>
        <translation>stärkste Gewichte</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>kept, 16 bit</source>
        <translation>erhalten, 16 Bit</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>quantisiert</translation>
    </message>
    <message>
        <source>|gradient| per sample</source>
        <translation>|Gradient| je Probe</translation>
    </message>
    <message>
        <source>saliency per sample</source>
        <translation>Salienz je Probe</translation>
    </message>
    <message>
        <source>Width of the grid that is drawn</source>
        <translation>Breite des gezeichneten Rasters</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>The values that the weight could take with %1 bits.</source>
        <translation>Die Werte, die das Gewicht mit %1 Bit annehmen könnte.</translation>
    </message>
    <message>
        <source>The weight on its grid</source>
        <translation>Das Gewicht auf seinem Raster</translation>
    </message>
    <message>
        <source>Each stroke is a value that weights of this group can take. W moves to Ŵ; the way between is ΔW, and what |gradient| says of it is how much that matters.</source>
        <translation>Jeder Strich ist ein Wert, den Gewichte dieser Gruppe annehmen können. W rückt auf Ŵ; der Weg dazwischen ist ΔW, und |Gradient| sagt, wie viel das ausmacht.</translation>
    </message>
    <message>
        <source>On its grid</source>
        <translation>Auf seinem Raster</translation>
    </message>
    <message>
        <source>a weight on its grid</source>
        <translation>ein Gewicht auf seinem Raster</translation>
    </message>
    <message>
        <source>As this run simulated it: GPTQ also lets a weight make up for the errors of others, so the nearest value is not always taken.</source>
        <translation>Wie dieser Lauf es simuliert hat: GPTQ lässt ein Gewicht auch die Fehler anderer ausgleichen, daher wird nicht immer der nächste Wert genommen.</translation>
    </message>
    <message>
        <source>Plain rounding with %1 bits: ΔW would be %2.</source>
        <translation>Einfaches Runden mit %1 Bit: ΔW wäre %2.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthMapView</name>
    <message>
        <source>Click to paint the whole layer.</source>
        <translation>Klicken, um die ganze Schicht zu bemalen.</translation>
    </message>
    <message>
        <source>Click to paint this module in every layer.</source>
        <translation>Klicken, um dieses Modul in jeder Schicht zu bemalen.</translation>
    </message>
    <message>
        <source>%1 bit, painted</source>
        <translation>%1 Bit, gemalt</translation>
    </message>
    <message>
        <source>%1 bit, the common width</source>
        <translation>%1 Bit, die gemeinsame Breite</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>Gruppen von %1</translation>
    </message>
    <message>
        <source>one group per row</source>
        <translation>eine Gruppe je Zeile</translation>
    </message>
    <message>
        <source>locked: &quot;choose widths&quot; leaves it as it is</source>
        <translation>gesperrt: „Breiten wählen“ lässt ihn, wie er ist</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>erhalten: %1</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WidthsCard</name>
    <message>
        <source>Widths</source>
        <translation>Breiten</translation>
    </message>
    <message>
        <source>Map of widths: layers by modules. Arrows choose, Space paints, 2, 3, 4, 8, 0 and L paint with another brush.</source>
        <translation>Karte der Breiten: Schichten mal Module. Pfeiltasten wählen, die Leertaste malt; 2, 3, 4, 8, 0 und L malen mit einem anderen Pinsel.</translation>
    </message>
    <message>
        <source>widths</source>
        <translation>Breiten</translation>
    </message>
    <message>
        <source>What a click paints</source>
        <translation>Was ein Klick malt</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Gives a tensor the common width back, and takes its lock off.</source>
        <translation>Gibt einem Tensor die gemeinsame Breite zurück und hebt seine Sperre auf.</translation>
    </message>
    <message>
        <source>Paints tensors with %1 bit.</source>
        <translation>Bemalt Tensoren mit %1 Bit.</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>sperren</translation>
    </message>
    <message>
        <source>Locks tensors, or unlocks them: &quot;choose widths too&quot; leaves locked ones as they are.</source>
        <translation>Sperrt oder entsperrt Tensoren: „auch Breiten wählen“ lässt gesperrte, wie sie sind.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Gives every tensor the common width back. Undo brings the painting back.</source>
        <translation>Gibt jedem Tensor die gemeinsame Breite zurück. „Rückgängig“ holt das Gemalte zurück.</translation>
    </message>
    <message>
        <source>clear all widths</source>
        <translation>alle Breiten löschen</translation>
    </message>
    <message>
        <source>vLLM-safe</source>
        <translation>vLLM-tauglich</translation>
    </message>
    <message>
        <source>Engines such as vLLM fuse q, k, v and gate, up into one matrix each: those take one width together.</source>
        <translation>Engines wie vLLM verschmelzen q, k, v sowie gate, up zu je einer Matrix: Diese bekommen gemeinsam eine Breite.</translation>
    </message>
    <message>
        <source>GGUF-safe</source>
        <translation>GGUF-tauglich</translation>
    </message>
    <message>
        <source>Only widths that a quantized GGUF type has for rows of this length: 2 to 6 bit need a multiple of 256 columns, 4 and 8 bit one of 32.</source>
        <translation>Nur Breiten, die ein quantisierter GGUF-Typ für Zeilen dieser Länge hat: 2 bis 6 Bit brauchen ein Vielfaches von 256 Spalten, 4 und 8 Bit eines von 32.</translation>
    </message>
    <message>
        <source>widths brought under the rules</source>
        <translation>Breiten an die Regeln angepasst</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>painted widths</source>
        <translation>gemalte Breiten</translation>
    </message>
    <message>
        <source>Every tensor has the base width. Click or drag to paint others; a layer&apos;s number or a module&apos;s name paints all of it.</source>
        <translation>Jeder Tensor hat die Basisbreite. Klicken oder ziehen Sie, um andere zu malen; die Nummer einer Schicht oder der Name eines Moduls bemalt alles davon.</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have a width of their own.</source>
        <translation>
            <numerusform>%n Tensor hat eine eigene Breite.</numerusform>
            <numerusform>%n Tensoren haben eine eigene Breite.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked.</source>
        <translation>
            <numerusform>%n gesperrt.</numerusform>
            <numerusform>%n gesperrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.</source>
        <translation>
            <numerusform>%n Tensor hat Zeilen, die kein quantisierter GGUF-Typ aufnimmt; er bekommt hier 8 Bit und bleibt dort in 16 Bit.</numerusform>
            <numerusform>%n Tensoren haben Zeilen, die kein quantisierter GGUF-Typ aufnimmt; sie bekommen hier 8 Bit und bleiben dort in 16 Bit.</numerusform>
        </translation>
    </message>
    <message>
        <source>For exports to come: this program does not write low-bit files for vLLM or llama.cpp yet.</source>
        <translation>Für künftige Exporte: Dieses Programm schreibt noch keine Dateien mit wenigen Bit für vLLM oder llama.cpp.</translation>
    </message>
</context>
<context>
    <name>tacq::ui::Workflow</name>
    <message>
        <source>Export to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Scores for comparison: %1</source>
        <translation>Maß zum Vergleichen: %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>tacq::ui::WritingCard</name>
    <message>
        <source>Waiting for its turn.</source>
        <translation>Wartet, bis es an der Reihe ist.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens · %3 per second</source>
        <translation>%1 von %2 Token · %3 je Sekunde</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) in %1</source>
        <translation>
            <numerusform>%n Token in %1</numerusform>
            <numerusform>%n Token in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended at once: its first token is the end mark. Tick “As a chat” above, and it answers instead of going on.</source>
        <translation>Hörte sofort auf: das erste Token ist das Endezeichen. Mit „Als Gespräch“ oben antwortet es, statt fortzufahren.</translation>
    </message>
    <message>
        <source>Ended at once: its first token is the end mark. For this model the text is complete.</source>
        <translation>Hörte sofort auf: das erste Token ist das Endezeichen. Für dieses Modell ist der Text fertig.</translation>
    </message>
</context>
</TS>
