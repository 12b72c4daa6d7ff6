#pragma once
#include <QDoubleSpinBox>

namespace tacq::ui {

/// A number field where point and comma are both the decimal mark in every language, and neither ever groups digits: "0,5" and "0.5" are a half.
/// (QDoubleSpinBox takes the other language's mark for a group separator and makes 5 of them.)
class DecimalBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    QValidator::State validate(QString& input, int& position) const override;
    /// Qt would take the other locale's mark out of what it cannot read: 0,5 would become 5.
    void fixup(QString&) const override {}
    double valueFromText(const QString& text) const override;

private:
    /// Without prefix, suffix and blanks, a point as the decimal mark.
    QString plain(const QString& text) const;
};

}  // namespace tacq::ui
