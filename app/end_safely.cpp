#include "app/end_safely.hpp"

#include "analysis/store/storage_error.hpp"
#include "app/usage_error.hpp"
#include "scenarios/import/import_error.hpp"
#include "scenarios/reader/findings.hpp"

#include <exception>
#include <ostream>

namespace opschaling::app {

namespace {

ExitCode say_error(std::ostream& err, std::exception const& error, ExitCode code) {
    err << "opschaling: " << error.what() << '\n';
    return code;
}

} // namespace

ExitCode end_safely(std::ostream& err, std::function<ExitCode()> const& work) {
    try {
        return work();
    } catch (UsageError const& error) {
        return say_error(err, error, ExitCode::usage);
    } catch (opschaling::scenarios::ScenarioError const& error) {
        err << error.what() << '\n';
        return ExitCode::input;
    } catch (opschaling::scenarios::ImportError const& error) {
        err << error.what() << '\n';
        return ExitCode::input;
    } catch (InputError const& error) {
        return say_error(err, error, ExitCode::input);
    } catch (opschaling::analysis::AlreadyThere const& error) {
        return say_error(err, error, ExitCode::usage);
    } catch (opschaling::analysis::StorageError const& error) {
        return say_error(err, error, ExitCode::storage);
    } catch (std::exception const& error) {
        // An InvariantError, or what nobody foresaw: a defect of the program either way.
        say_error(err, error, ExitCode::defect);
        err << "this is a defect of the program; please report it with the command you gave\n";
        return ExitCode::defect;
    }
}

} // namespace opschaling::app
