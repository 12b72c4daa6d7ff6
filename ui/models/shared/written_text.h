#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <vector>

namespace tacq::ui {

/// A piece of text that a model wrote (a token, as a rule), and how far another model was from choosing alike there.
struct WrittenPiece {
    QString text;
    double kl = -1;   ///< KL divergence of the two models' next-token distributions, nats; < 0: not compared
};

/// What command `generate` answered. Tokens that end inside a character have no text of their own: the piece that completes it stands for
/// them too, with the largest of their divergences.
std::vector<WrittenPiece> writtenPieces(const QJsonObject& result);

/// How many tokens two texts have in common before they part.
int tokensInCommon(const QJsonArray& a, const QJsonArray& b);

/// The beginning of a task's sample as something to go on from: up to its `Answer:` if it has one, else its first words.
QString promptFrom(const QString& sample);

}  // namespace tacq::ui
