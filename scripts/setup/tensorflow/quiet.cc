// TensorFlow logs when it starts, into the terminal of whoever runs a lesson. A variable stops nearly all of it
// (scripts/before-tensorflow.cjs). Two lines are left, of the first session: no variable reaches them, and the log
// they go through is hidden in the library. So stderr leads nowhere for the millisecond in which that session is
// opened; what goes wrong there is in the status. wheel.mjs has tfjs-node call this function in place of TensorFlow's.
#undef TF_LoadSessionFromSavedModel
#include <fcntl.h>
#include <unistd.h>

#include "tensorflow/c/c_api.h"

namespace {

class Silence {
 public:
  Silence() : terminal_(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (terminal_ >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0) close(nowhere);
  }
  ~Silence() {
    if (terminal_ < 0) return;
    dup2(terminal_, STDERR_FILENO);
    close(terminal_);
  }

 private:
  const int terminal_;
};

}  // namespace

extern "C" TF_Session* LoadSessionQuietly(const TF_SessionOptions* options, const TF_Buffer* run_options,
                                          const char* folder, const char* const* tags, int tag_count,
                                          TF_Graph* graph, TF_Buffer* meta_graph, TF_Status* status) {
  static bool first = true;
  if (!first) {
    return TF_LoadSessionFromSavedModel(options, run_options, folder, tags, tag_count, graph, meta_graph, status);
  }
  first = false;
  const Silence silence;
  return TF_LoadSessionFromSavedModel(options, run_options, folder, tags, tag_count, graph, meta_graph, status);
}
