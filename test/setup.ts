// TensorFlow's C++ log would print a page of advice before the first test.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
