// What the library does without being called.
import './platform'; // prepares TensorFlow
import './tfjs/cut-off'; // mends it when Stop has cut a computation off
import './show/result'; // shows what the last line of a cell gives
