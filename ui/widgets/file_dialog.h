#pragma once
#include <QString>

class QFileDialog;
class QWidget;

namespace tacq::ui {

/// What a dialog asks for. `Into`: a folder that something is put into, which the next dialog opens; of a folder that is itself what was wanted, the next
/// dialog opens the one around it.
enum class Pick { File, Folder, Into, Save };

/// A dialog that opens where the last one of this `topic` (models, examples, reports …) was left, is never modal for the program, and goes when it is
/// done. To be shown with open().
QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& objectName, Pick pick, const QString& topic, const QString& filter = {});

}  // namespace tacq::ui
