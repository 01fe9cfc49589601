// An epoch of 784-128-10 with Adam, and nothing around the arithmetic: no progress, no Stop, no choice of layers.
// floor.py compiles it; its matrix products are those of the OpenBLAS that comes with SciPy.
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { IN = 784, HIDDEN = 128, OUT = 10, BATCH = 32, ROW_MAJOR = 101, AS_IS = 111, TURNED = 112 };
enum { SIZE = IN * HIDDEN + HIDDEN + HIDDEN * OUT + OUT };

void scipy_cblas_sgemm(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *,
                       int);

static float weights[SIZE], slopes[SIZE], mean[SIZE], square[SIZE];
static float x[BATCH * IN], hidden[BATCH * HIDDEN], back[BATCH * HIDDEN], out[BATCH * OUT];

#define PARTS(all) float *w1 = all, *b1 = w1 + IN * HIDDEN, *w2 = b1 + HIDDEN, *b2 = w2 + HIDDEN * OUT

void begin(void) {
  PARTS(weights);
  memset(weights, 0, sizeof weights), memset(mean, 0, sizeof mean), memset(square, 0, sizeof square);
  for (float *at = w1; at < b1; at++) *at = (rand() / (float)RAND_MAX * 2 - 1) * sqrtf(6.f / (IN + HIDDEN));
  for (float *at = w2; at < b2; at++) *at = (rand() / (float)RAND_MAX * 2 - 1) * sqrtf(6.f / (HIDDEN + OUT));
}

static void dense(const float *from, int rows, int in, int units, const float *w, const float *b, float *to) {
  for (int row = 0; row < rows; row++) memcpy(to + row * units, b, units * sizeof *b);
  scipy_cblas_sgemm(ROW_MAJOR, AS_IS, AS_IS, rows, units, in, 1, from, in, w, units, 1, to, units);
}

/** Probabilities of a batch in `out`; answers the sum of its losses. */
static float forward(const int *labels, int rows) {
  PARTS(weights);
  float loss = 0;
  dense(x, rows, IN, HIDDEN, w1, b1, hidden);
  for (int i = 0; i < rows * HIDDEN; i++) hidden[i] = hidden[i] > 0 ? hidden[i] : 0;
  dense(hidden, rows, HIDDEN, OUT, w2, b2, out);
  for (int row = 0; row < rows; row++) {
    float *p = out + row * OUT, most = p[0], sum = 0;
    for (int k = 1; k < OUT; k++) most = p[k] > most ? p[k] : most;
    for (int k = 0; k < OUT; k++) sum += p[k] = expf(p[k] - most);
    for (int k = 0; k < OUT; k++) p[k] /= sum;
    loss -= logf(p[labels[row]]);
  }
  return loss;
}

static void sumOfRows(const float *from, int rows, int units, float *to) {
  memset(to, 0, units * sizeof *to);
  for (int row = 0; row < rows; row++)
    for (int k = 0; k < units; k++) to[k] += from[row * units + k];
}

static void backward(const int *labels, int rows) {
  PARTS(slopes);
  const float *w = weights + (w2 - slopes);
  for (int row = 0; row < rows; row++) out[row * OUT + labels[row]] -= 1;
  for (int i = 0; i < rows * OUT; i++) out[i] /= rows;
  scipy_cblas_sgemm(ROW_MAJOR, TURNED, AS_IS, HIDDEN, OUT, rows, 1, hidden, HIDDEN, out, OUT, 0, w2, OUT);
  sumOfRows(out, rows, OUT, b2);
  scipy_cblas_sgemm(ROW_MAJOR, AS_IS, TURNED, rows, HIDDEN, OUT, 1, out, OUT, w, OUT, 0, back, HIDDEN);
  for (int i = 0; i < rows * HIDDEN; i++) back[i] = hidden[i] > 0 ? back[i] : 0;
  scipy_cblas_sgemm(ROW_MAJOR, TURNED, AS_IS, IN, HIDDEN, rows, 1, x, IN, back, HIDDEN, 0, w1, HIDDEN);
  sumOfRows(back, rows, HIDDEN, b1);
}

static void adam(int step) {
  float rate = 0.001f * sqrtf(1 - powf(0.999f, step)) / (1 - powf(0.9f, step));
  for (int i = 0; i < SIZE; i++) {
    mean[i] += (slopes[i] - mean[i]) * 0.1f;
    square[i] += (slopes[i] * slopes[i] - square[i]) * 0.001f;
    weights[i] -= rate * mean[i] / (sqrtf(square[i]) + 1e-7f);
  }
}

static void take(const float *images, const int *labels, const int *order, int at, int rows, int *truth) {
  for (int row = 0; row < rows; row++) {
    memcpy(x + row * IN, images + (size_t)order[at + row] * IN, IN * sizeof *x);
    truth[row] = labels[order[at + row]];
  }
}

/** The mean loss of one pass over `count` images in this order; the weights learn where `step` counts their steps. */
static float pass(const float *images, const int *labels, const int *order, int count, int *step) {
  float loss = 0;
  int truth[BATCH];
  for (int at = 0; at < count; at += BATCH) {
    int rows = count - at < BATCH ? count - at : BATCH;
    take(images, labels, order, at, rows, truth);
    loss += forward(truth, rows);
    if (!step) continue;
    backward(truth, rows);
    adam(++*step);
  }
  return loss / count;
}

/** An epoch of training, from step `done` + 1. */
float learn(const float *images, const int *labels, const int *order, int count, int done) {
  return pass(images, labels, order, count, &done);
}

/** What the validation rows cost; none is learned. */
float measure(const float *images, const int *labels, const int *order, int count) {
  return pass(images, labels, order, count, NULL);
}
