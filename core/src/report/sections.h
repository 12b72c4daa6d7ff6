#pragma once
// Private to the report: its parts, in the order of the page. Each returns markup.
#include <string>

#include "report/facts.h"

namespace tacq::report {

std::string pageTitle(const Facts& facts);        ///< plain text
std::string plainWords(const Facts& facts);       ///< what was done, how big, what it cost, how good
std::string cardSection(const Facts& facts);
std::string recipeSection(const Facts& facts);
std::string ledgerSection(const Facts& facts);
std::string mapsSection(const Facts& facts);
std::string metricsSection(const Facts& facts);
std::string tuningSection(const Facts& facts);    ///< empty where nothing was tuned
std::string matricesSection(const Facts& facts);
std::string stagesSection(const Facts& facts);
std::string provenanceSection(const Facts& facts);
const char* styleSheet();

}  // namespace tacq::report
