#include "app/language/texts.hpp"

#include "sim/contract/expects.hpp"

#include <cstddef>

namespace opschaling::app {

namespace {

using enum Text;

/// In the order of `Text`; the check below the table holds them together.
constexpr std::array<TextRow, static_cast<std::size_t>(count)> rows{{
    {program_summary,
     "Rekent door hoe de warmtetransitie opschaalt: groei, replicatie, circulatie en "
     "institutionalisering op dezelfde wijken vergeleken.",
     "Simulates how the heat transition scales: growth, replication, circulation and "
     "institutionalisation compared on the same wijken."},
    {program_footer,
     "Uitleg bij een opdracht: opschaling OPDRACHT --help.\n"
     "Eindcodes: 0 klaar, 1 enkele runs mislukt, 64 opdrachtregel, 65 invoer, 70 fout in het "
     "programma, 74 opslag, 75 onderbroken en hervatbaar.",
     "Help on a command: opschaling COMMAND --help.\n"
     "Exit codes: 0 done, 1 some runs failed, 64 usage, 65 input, 70 defect of the program, "
     "74 storage, 75 interrupted and resumable."},
    {run_summary, "Rekent een studie door en bewaart het resultaat.",
     "Carries out a study and keeps the result."},
    {compare_summary,
     "Rekent een studie door, vergelijkt de varianten met de referentie en schrijft een rapport.",
     "Carries out a study, compares its variants with the reference and writes a report."},
    {plan_summary, "Zegt vooraf wat een experiment kost aan runs, tijd, schijfruimte en geheugen.",
     "Says beforehand what an experiment costs in runs, time, disk and memory."},
    {sweep_summary,
     "Rekent alle runs van een experiment door; gaat verder waar het eerder ophield.",
     "Carries out all runs of an experiment; goes on where it stopped before."},
    {merge_summary, "Voegt de delen van een experiment samen, zonder opnieuw te rekenen.",
     "Puts the shards of an experiment together, without running anything again."},
    {analyse_summary,
     "Vertelt wat een experiment laat zien: welke invoer telt, wanneer iets lukt, wat standhoudt.",
     "Tells what an experiment shows: which inputs matter, when something works, what stands."},
    {slurm_summary, "Schrijft het script waarmee een Slurm-cluster een experiment doorrekent.",
     "Writes the script with which a Slurm cluster carries out an experiment."},
    {calibrate_summary,
     "Stelt de vrije parameters af op gepubliceerde cijfers, of controleert of dat nog klopt.",
     "Fits the free parameters to published figures, or checks that a fit is still current."},
    {effects_summary,
     "Meet met tegenfeitelijke runs: het geheel en de som der delen, vertekening van proeftuinen, "
     "toeval, schaal, leren en routes.",
     "Measures by counterfactual runs: the whole and its parts, pilot bias, chance, scale, "
     "learning and routes."},
    {effect_argument, "Wat er gemeten wordt", "What is measured"},
    {effect_part, "{part}: {runs} runs, {quarters} kwartalen",
     "{part}: {runs} runs, {quarters} quarters"},
    {effect_head,
     "{name}: {homes:.0f} woningen, {wijken:.0f} wijken, {replications} replicaties, "
     "{runs} runs in {seconds:.0f} s",
     "{name}: {homes:.0f} homes, {wijken:.0f} wijken, {replications} replications, {runs} runs in "
     "{seconds:.0f} s"},
    {effect_head_without_runs,
     "{name}: {homes:.0f} woningen, {wijken:.0f} wijken, berekend uit de wereld zelf, zonder runs",
     "{name}: {homes:.0f} homes, {wijken:.0f} wijken, worked out from the world itself, without "
     "runs"},
    {effect_stopped, "onderbroken; wat klaar is blijft bewaard, dezelfde opdracht gaat verder",
     "interrupted; what is finished is kept, the same command goes on"},
    {import_summary, "Maakt van een landelijk bestand een wereld om op te rekenen.",
     "Makes a world to run on from a national data file."},
    {check_summary, "Controleert studies en experimenten, en noemt alle fouten met hun plaats.",
     "Checks studies and experiments, and names every mistake with its place."},
    {resolve_summary, "Toont een studie voluit, met bij elke waarde waar die vandaan komt.",
     "Prints a study in full, with the origin of each value."},
    {describe_summary, "Beschrijft parameters, schema, uitkomsten, wereld, warmtepompen of net.",
     "Describes parameters, schedule, outcomes, a world, loads of heat pumps or the grid."},
    {schema_summary, "Toont het JSON-schema van een studie of experiment, voor een editor.",
     "Prints the JSON Schema of a study or an experiment, for an editor."},
    {report_summary, "Maakt het rapport of het plaatje van een resultaat opnieuw.",
     "Makes the report or the picture of a result again."},
    {workshop_summary, "Maakt de pagina van een werksessie.", "Makes the page of a workshop."},
    {example_heading, "Voorbeeld:", "Example:"},
    {help_option, "Toon deze uitleg", "Show this help"},
    {version_option, "Toon de versie", "Show the version"},
    {lang_option, "Taal van tabel, rapport en uitleg", "Language of table, report and help"},
    {json_option, "Cijfers als JSON op de standaarduitvoer", "Figures as JSON on standard output"},
    {threads_option, "Hoeveel rekenkernen tegelijk; standaard alle",
     "How many threads at once; all by default"},
    {study_argument, "Studie of scenario (YAML)", "Study or scenario (YAML)"},
    {output_option, "Resultaatbestand; standaard results/NAAM/result.nc",
     "Result file; results/NAME/result.nc by default"},
    {force_option, "Overschrijf wat er al staat", "Overwrite what is already there"},
    {seed_option, "Begingetal van het toeval, in plaats van dat van de studie",
     "Seed of chance, instead of the study's own"},
    {replications_option, "Aantal herhalingen, in plaats van dat van de studie",
     "Number of replications, instead of the study's own"},
    {set_option, "Verander een waarde; mag vaker", "Change a value; may be repeated"},
    {layout_argument, "Indeling van het bestand: een meegeleverde naam of een mapping (YAML)",
     "Layout of the file: a name that comes with the program or a mapping (YAML)"},
    {files_argument,
     "Het bestand met gebieden, en daarachter extra tabellen: BESTAND, of INDELING=BESTAND waar de "
     "indeling niet vanzelf herkend wordt",
     "The file of regions, and behind it extra tables: FILE, or LAYOUT=FILE where the layout is "
     "not recognised by itself"},
    {part_option, "Het bestand bevat maar een deel van de gemeenten",
     "The file holds some of the gemeenten only"},
    {suggest_option,
     "Stelt een indeling voor bij dit bestand en noemt wat er niet in te vinden was",
     "Proposes a layout for this file and says what could not be found in it"},
    {world_output_option, "Wereldbestand; standaard results/worlds/INDELING.nc",
     "World file; results/worlds/LAYOUT.nc by default"},
    {check_argument, "Studies of scenario's (YAML)", "Studies or scenarios (YAML)"},
    {subject_argument, "Wat beschreven wordt", "What is described"},
    {asset_argument,
     "Bij asset: welk deel van het net, zoals station:12; zonder naam de volste. Bij feeder: de "
     "map",
     "With asset: which part of the grid, such as station:12; without a name the fullest. With "
     "feeder: its folder"},
    {quarter_option, "Bij asset: aan het einde van dit kwartaal, zoals 2035-Q4",
     "With asset: at the end of this quarter, such as 2035-Q4"},
    {described_study_option, "Waarden uit deze studie in plaats van de standaardwaarden",
     "Values of this study instead of the defaults"},
    {described_world_option, "Wereldbestand dat `describe world` beschrijft",
     "World file that `describe world` describes"},
    {described_gemeente_option, "Gemeente waarvan de kwaliteit van de gegevens getoond wordt",
     "Gemeente whose quality of data is shown"},
    {markdown_option, "Als Markdown, voor de documentatie", "As Markdown, for the documentation"},
    {experiments_option, "Van een experiment (sweep)", "Of an experiment (sweep)"},
    {wijken_without_outline, "Zonder omtrek op de kaart: {missing} van de {wijken} wijken",
     "Without an outline on the map: {missing} of {wijken} wijken"},
    {workshops_option, "Van een werksessie", "Of a workshop"},
    {levers_kind_option, "Van de knoppen van een werksessie", "Of the levers of a workshop"},
    {pilots_option, "Van een pilot voor het canvas", "Of a pilot for the canvas"},
    {sheets_option, "Van een bestand met parameters", "Of a file of parameters"},
    {result_argument,
     "Resultaat van run of compare, met daarnaast dat van effects en sweep; of van workshop",
     "Result of run or compare, beside it those of effects and sweep; or of workshop"},
    {report_output_option, "Het rapport (HTML); standaard naast het resultaat",
     "The report (HTML); beside the result by default"},
    {picture_option, "Alleen de hoofdgrafiek, als SVG", "Only the main chart, as SVG"},
    {sheet_option, "Schrijf de gevonden waarden als parameterblad",
     "Write the values found as a parameter sheet"},
    {kept_option, "Controleer een bewaard resultaat in plaats van te rekenen",
     "Check a kept result instead of running"},
    {experiment_argument, "Experiment (YAML)", "Experiment (YAML)"},
    {design_option, "Neem de punten uit dit bestand (CSV) in plaats van uit het experiment",
     "Take the points from this file (CSV) instead of from the experiment"},
    {shard_option, "Reken alleen deel i van n door, geteld vanaf 0",
     "Carry out shard i of n only, counted from 0"},
    {merged_argument, "Resultaat waar de delen naast liggen", "Result beside which its shards lie"},
    {asking_argument, "Experiment dat de vragen stelt; standaard dat van het resultaat",
     "Experiment that asks the questions; by default the result's own"},
    {tasks_option, "In hoeveel delen; standaard delen van een half uur",
     "In how many parts; parts of half an hour by default"},
    {cpus_option, "Rekenkernen per deel", "Processors of a part"},
    {time_option, "Tijd die een deel krijgt", "Time that a part gets"},
    {partition_option, "Partitie van het cluster", "Partition of the cluster"},
    {script_option, "Schrijf het script in dit bestand", "Write the script into this file"},
    {workshop_argument, "Beschrijving van de werksessie (YAML)",
     "Description of the workshop (YAML)"},
    {workshop_output_option, "De pagina (HTML); standaard results/NAAM/workshop.html",
     "The page (HTML); results/NAME/workshop.html by default"},
    {serve_option,
     "Bied de pagina op deze computer aan, zodat zij ook andere keuzes kan laten doorrekenen",
     "Offer the page on this computer, so that it can ask for other choices"},

    {making_world, "De wereld wordt gemaakt: {world}", "Making the world: {world}"},
    {assumed_shares,
     "Deze wereld is een deel van een groter gebied. Aangenomen: van personeel, installateurs, "
     "geld en "
     "warmtebronnen heeft zij hetzelfde deel als van de woningen:",
     "This world is part of a larger area. Assumed: of staff, installers, money and heat sources "
     "it "
     "has the same part as of the homes:"},
    {no_measurements,
     "{study} vraagt om gemeten weer of profielen die deze wereld niet heeft: {series}. Geef ze "
     "mee "
     "bij de opdracht import, of zet heat.measured_weather en grid.measured_profiles uit",
     "{study} asks for measured weather or profiles that this world lacks: {series}. Give them to "
     "the command import, or switch off heat.measured_weather and grid.measured_profiles"},
    {reading_world, "De wereld wordt gelezen: {world}", "Reading the world: {world}"},
    {runs_planned, "{runs} runs: {variants} varianten × {replications} herhalingen",
     "{runs} runs: {variants} variants × {replications} replications"},
    {resumes, "Een eerder begonnen resultaat gaat verder: {done} van {runs} runs zijn klaar",
     "Going on with an earlier result: {done} of {runs} runs are done"},
    {set_aside, "Het onvoltooide resultaat was beschadigd en staat nu apart: {path}",
     "The unfinished result was damaged and is set aside: {path}"},
    {progress_line,
     "{percent} %  {done} van {total} kwartalen  {elapsed} bezig  nog ongeveer {left}",
     "{percent} %  {done} of {total} quarters  {elapsed} elapsed  about {left} left"},
    {progress_unknown, "{percent} %  {done} van {total} kwartalen  {elapsed} bezig",
     "{percent} %  {done} of {total} quarters  {elapsed} elapsed"},
    {written_result, "Resultaat: {path}", "Result: {path}"},
    {written_summary, "Samenvatting: {path}", "Summary: {path}"},
    {written_report, "Rapport: {path}", "Report: {path}"},
    {written_picture, "Plaatje: {path}", "Picture: {path}"},
    {written_page, "Pagina: {path} ({size} kB)", "Page: {path} ({size} kB)"},
    {written_figures, "Getallen: {path}", "Figures: {path}"},
    {workshop_planned, "{points} keuzes × {draws} doorrekeningen, {homes} woningen",
     "{points} choices × {draws} runs, {homes} homes"},
    {workshop_stopped, "Onderbroken; dezelfde opdracht gaat hier verder.",
     "Interrupted; the same command goes on from here."},
    {serving, "Open dit adres op deze computer; andere computers kunnen er niet bij. Ctrl-C stopt.",
     "Open this address on this computer; no other can reach it. Ctrl-C stops."},
    {written_world, "Wereld: {path}", "World: {path}"},
    {written_import_report, "Importverslag: {path}", "Import report: {path}"},
    {written_quality, "Kwaliteit per gemeente: {path}", "Quality by gemeente: {path}"},
    {shown_again, "Deze studie was al doorgerekend; het bewaarde resultaat wordt getoond: {path}",
     "This study had been carried out already; the kept result is shown: {path}"},
    {interrupted,
     "Onderbroken. {done} van {runs} runs zijn klaar; dezelfde opdracht gaat hier verder.",
     "Interrupted. {done} of {runs} runs are done; the same command goes on from here."},
    {runs_failed, "{failed} van {runs} runs zijn mislukt en tellen niet mee:",
     "{failed} of {runs} runs failed and are left out:"},
    {run_failed, "  run {run} ({variant}, herhaling {replication}, begingetal {seed}): {reason}",
     "  run {run} ({variant}, replication {replication}, seed {seed}): {reason}"},

    {table_world, "Wereld: {world}; woningen: {homes}, wijken: {wijken}, gemeenten: {gemeenten}",
     "World: {world}; homes: {homes}, wijken: {wijken}, gemeenten: {gemeenten}"},
    {table_synthetic,
     "Let op: deze wereld is verzonnen naar landelijke cijfers, geen echte plaatsen.",
     "Note: this world is made up after national figures, these are no real places."},
    {table_real, "De wereld komt uit echte gegevens: {source}",
     "The world comes from real data: {source}"},
    {table_horizon, "Tijd: {first} tot en met {last}; tot {branch} is er één gedeelde geschiedenis",
     "Time: {first} to {last}; until {branch} there is one common history"},
    {table_equal_budget, "Budget, gelijk voor alle varianten: {budget}",
     "Budget, equal for all variants: {budget}"},
    {table_unequal_budget, "Budget, verschilt per variant; zonder wijziging: {budget}",
     "Budget, differs by variant; unless changed: {budget}"},
    {table_replications,
     "Herhalingen: R = {replications}, met dezelfde dobbelstenen voor elke variant",
     "Replications: R = {replications}, with the same dice for every variant"},
    {table_reference, "Referentie: {reference}", "Reference: {reference}"},
    {table_variant, "Variant", "Variant"},
    {table_difference_in, "verschil {year} [{confidence} %-interval]",
     "difference {year} [{confidence} % interval]"},
    {table_indicative,
     "Indicatief: bij minder dan {enough} herhalingen zegt het interval weinig. Reken er meer door "
     "met --replications.",
     "Indicative: with fewer than {enough} replications the interval says little. Ask for more "
     "with --replications."},
    {table_one_replication, "Bij één herhaling is er geen interval.",
     "With one replication there is no interval."},
    {table_not_ranked,
     "De volgorde van de varianten geldt voor dit budget, deze periode en deze wereld; elders kan "
     "die anders zijn.",
     "The order of the variants holds for this budget, this period and this world; elsewhere it "
     "may differ."},
    {check_passed, "{file}: in orde", "{file}: valid"},
    {describe_reads, "leest", "reads"},
    {describe_writes, "schrijft", "writes"},
    {describe_per_quarter, "per kwartaal", "quarterly"},
    {describe_per_year, "per jaar", "yearly"},
    {describe_stock, "stand aan het einde", "level at the end"},
    {describe_flow, "som over de periode", "sum over the period"},
    {calibration_head,
     "Kalibratie '{name}' op {world}, {replications} herhalingen: afwijking van {before} naar "
     "{after} in {rounds} ronden.",
     "Calibration '{name}' on {world}, {replications} replications: misfit from {before} to "
     "{after} in {rounds} rounds."},
    {calibration_current, "{file}: hoort bij dit model", "{file}: is of this model"},
    {calibration_parameter, "parameter", "parameter"},
    {calibration_before, "eerst", "before"},
    {calibration_value, "waarde", "value"},
    {calibration_prior, "vooraf aannemelijk", "plausible before"},
    {calibration_interval, "95 %", "95 %"},
    {calibration_identified, "bepaald door de cijfers", "identified"},
    {calibration_target, "cijfer", "target"},
    {calibration_use, "gebruik", "use"},
    {calibration_observed, "gepubliceerd", "published"},
    {calibration_accept, "aanvaard", "accepted"},
    {calibration_model, "model", "model"},
    {calibration_met, "gehaald", "met"},
    {calibration_fitted, "afgesteld", "fitted"},
    {calibration_checked, "controle", "check"},
    {calibration_yes, "ja", "yes"},
    {calibration_no, "nee", "no"},
    {sweep_set_aside,
     "Dit bestand is beschadigd en staat nu apart; de runs worden opnieuw gedaan: {path}",
     "This file is damaged and is set aside; its runs are done again: {path}"},
    {sweep_lost,
     "{count} runs waren niet meer wat er geschreven is en worden opnieuw gedaan; de eerste is "
     "run {first}.",
     "{count} runs were no longer what had been written and are done again; the first is run "
     "{first}."},
    {sweep_run_failed, "  run {run} (punt {point}, {variant}, herhaling {replication}): {reason}",
     "  run {run} (point {point}, {variant}, replication {replication}): {reason}"},
    {sweep_shown_again, "Dit was al doorgerekend; het bewaarde resultaat wordt getoond: {path}",
     "This had been carried out already; the kept result is shown: {path}"},
    {sweep_counts,
     "{points} punten × {policies} varianten × {replications} herhalingen: {done} runs gedaan, "
     "{failed} mislukt, {skipped} niet nodig",
     "{points} points × {policies} policies × {replications} replications: {done} runs done, "
     "{failed} failed, {skipped} not needed"},
    {sweep_outcome, "uitkomst", "outcome"},
    {sweep_mean, "gemiddeld", "mean"},
    {sweep_lowest, "laagste", "lowest"},
    {sweep_highest, "hoogste", "highest"},
    {written_crate, "Metagegevens (RO-Crate): {path}", "Metadata (RO-Crate): {path}"},
    {plan_runs, "runs: punten × varianten × herhalingen", "runs: points × policies × replications"},
    {plan_at_least, "{least} tot {most}", "{least} to {most}"},
    {plan_a_run, "rekentijd per run", "processor time a run"},
    {plan_time, "wachttijd", "time"},
    {plan_on_threads, "ongeveer {time} op {threads} rekenkernen",
     "about {time} on {threads} threads"},
    {plan_while_running, "schijfruimte onderweg", "disk while running"},
    {plan_when_finished, "resultaat, hooguit", "result, at most"},
    {plan_memory, "geheugen, hooguit", "memory, at most"},
    {plan_note, "Gemeten aan {timed} runs, die niet bewaard zijn.",
     "Measured on {timed} runs, which are not kept."},
    {slurm_written, "Script voor {parts} delen: {path}; start het met: bash {path}",
     "Script for {parts} parts: {path}; start it with: bash {path}"},
    {load_title,
     "Piek per warmtepomp in kW, naar het aantal dat bij elkaar draait (rijwoning, 0,16 kW/K)",
     "Peak per heat pump in kW, by how many run together (terraced home, 0.16 kW/K)"},
    {load_homes, "warmtepompen", "heat pumps"},
    {load_note,
     "In zacht weer draaien warmtepompen om de beurt en daalt de piek met het aantal. Bij de kou "
     "waarvoor ze gemaakt zijn draaien ze bijna allemaal: dan scheelt het aantal weinig.",
     "In mild weather heat pumps take turns and the peak falls with their number. In the cold "
     "for which they are made nearly all run: then numbers make little difference."},
    {feeder_facts,
     "Laagspanningsnet: {buses} knopen ({coordinates} op de kaart), {lines} leidingen van {codes} "
     "soorten, samen {length} km; {loads} aansluitingen, {profiles} profielen van {minutes} "
     "minuten waarvan {used} in gebruik.\nBron {kilovolt} kV op {voltage} van de nominale "
     "spanning, "
     "transformator {transformer} MVA.",
     "Low-voltage grid: {buses} buses ({coordinates} on the map), {lines} lines of {codes} kinds, "
     "{length} km together; {loads} connections, {profiles} profiles of {minutes} minutes of which "
     "{used} are used.\nSource {kilovolt} kV at {voltage} of the rated voltage, transformer "
     "{transformer} MVA."},
    {feeder_day,
     "Hoogste vermogen {peak} kW in minuut {peak_minute}; laagste spanning {lowest} van de "
     "nominale, "
     "knoop {bus} in minuut {lowest_minute}.",
     "Highest power {peak} kW in minute {peak_minute}; lowest voltage {lowest} of the rated one, "
     "bus "
     "{bus} in minute {lowest_minute}."},
    {feeder_checks,
     "Vergeleken met gepubliceerde oplossingen:", "Compared with published solutions:"},
    {feeder_note,
     "Verschillen als deel van de nominale spanning, en bij vermogen van de hoogste waarde. Het "
     "model "
     "laat verliezen weg, en dat belasting bij lagere spanning meer stroom vraagt.",
     "Differences as part of the rated voltage, and of power as part of its highest. The model "
     "leaves "
     "out losses, and that loads draw more current at a lower voltage."},
    {feeder_file, "oplossing", "solution"},
    {feeder_what, "wat", "what"},
    {feeder_compared, "waarden", "values"},
    {feeder_largest, "grootste verschil", "largest difference"},
    {feeder_mean, "gemiddeld", "mean"},
    {feeder_snapshot, "spanning per knoop", "voltage by bus"},
    {feeder_load_voltages, "spanning per minuut", "voltage by minute"},
    {feeder_power, "vermogen per minuut", "power by minute"},
    {asset_head, "{asset} in {quarter}: {wijk}, {netbeheerder}, {homes} woningen",
     "{asset} in {quarter}: {wijk}, {netbeheerder}, {homes} homes"},
    {asset_limit,
     "Piek {peak} kW bij {temperature} °C om {hour} uur, capaciteit {capacity} kW, opgesteld "
     "{installed} kW.\nTeruglevering {feed_in} kW, overbelasting {overload} kWh per jaar.",
     "Peak {peak} kW at {temperature} °C, hour {hour}, capacity {capacity} kW, installed "
     "{installed} kW.\nFeed-in {feed_in} kW, overload {overload} kWh a year."},
    {asset_class, "wat", "what"},
    {asset_count, "aantal", "number"},
    {asset_firms, "bedrijven", "firms"},
    {asset_chance, "toeval, boven het gemiddelde", "chance: above the mean"},
    {asset_short, "Te vol sinds {since}; {refused} aanvragen geweigerd in het laatste kwartaal.",
     "Short since {since}; {refused} requests refused in the last quarter."},
    {asset_no_jobs, "Geen werk aangevraagd.", "No job asked."},
    {asset_job,
     "Werk: {steps} stap(pen), aangevraagd {asked}, voorbereid {prepared}, klaar {ready}.",
     "Job: {steps} step(s), asked {asked}, prepared {prepared}, ready {ready}."},
    {asset_not_begun, "nog niet begonnen", "not begun"},
    {asset_nobody_waits, "Niemand wacht op dit deel van het net.", "Nobody waits for this asset."},
    {asset_waits, "Wachtend in {wijk}: {homes} woningen, de langste {longest} kwartalen.",
     "Waiting in {wijk}: {homes} homes, the longest {longest} quarters."},
    {asset_fullest, "De volste delen van elk niveau", "The fullest assets of each level"},
    {asset_name, "deel", "asset"},
    {asset_capacity, "capaciteit kW", "capacity kW"},
}};

/// Every text once, in order, and in both languages.
constexpr bool is_complete() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].id != static_cast<Text>(i) || rows[i].dutch.empty() ||
            rows[i].english.empty()) {
            return false;
        }
    }
    return true;
}

static_assert(is_complete());

} // namespace

std::span<TextRow const> all_texts() {
    return rows;
}

std::string_view say(Text id, analysis::Language language) {
    auto const& row = rows.at(static_cast<std::size_t>(id));
    return language == analysis::Language::dutch ? row.dutch : row.english;
}

} // namespace opschaling::app
