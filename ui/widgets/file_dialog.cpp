#include "widgets/file_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace tacq::ui {
namespace {

/// Folders come and go: the nearest one that is still there.
QString lastFolder(const QString& key) {
    QString folder = QSettings().value(key).toString();
    while (!folder.isEmpty() && !QFileInfo(folder).isDir() && QFileInfo(folder).path() != folder) folder = QFileInfo(folder).path();
    return folder.isEmpty() || folder == QLatin1String(".") ? QDir::homePath() : folder;
}

}  // namespace

QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& objectName, Pick pick, const QString& topic, const QString& filter) {
    const QString key = QLatin1String("folders/") + topic;
    auto* dialog = new QFileDialog(parent, title, lastFolder(key), filter);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool folder = pick == Pick::Folder || pick == Pick::Into;
    if (pick == Pick::Save) dialog->setAcceptMode(QFileDialog::AcceptSave);
    else dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (folder) dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [key, pick](const QString& path) {
        QSettings().setValue(key, pick == Pick::Into ? QFileInfo(path).absoluteFilePath() : QFileInfo(path).absolutePath());
    });
    return dialog;
}

}  // namespace tacq::ui
