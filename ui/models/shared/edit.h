#pragma once
#include <QString>
#include <QUndoStack>
#include <functional>
#include <utility>

namespace tacq::ui {

/// What an edit belongs to: edits of one kind that follow each other within a drag count as one.
enum class EditKind { Separate = -1, Fraction = 1, Grid, Overrides, Task };

/// One edit of a plain value: the value before and after, and how to put either in place. Edits of one kind merge while `merging` is set (a slider being
/// dragged), so that undo takes back the drag, not its last step. `drag` tells one drag from the next.
template <typename Value>
class ValueEdit : public QUndoCommand {
public:
    ValueEdit(const QString& text, EditKind kind, bool merging, Value before, Value after, std::function<void(const Value&)> apply, int drag = 0)
        : QUndoCommand(text), m_kind(kind), m_merging(merging), m_drag(drag), m_before(std::move(before)), m_after(std::move(after)), m_apply(std::move(apply)) {}
    int id() const override { return m_merging ? static_cast<int>(m_kind) : -1; }
    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const ValueEdit*>(other);
        if (!next || next->m_drag != m_drag) return false;
        m_after = next->m_after;
        return true;
    }

private:
    EditKind m_kind;
    bool m_merging;
    int m_drag;
    Value m_before, m_after;
    std::function<void(const Value&)> m_apply;
};

}  // namespace tacq::ui
