"""The code-along in Python, as a lesson of its own: ipykernel, pandas, Keras, matplotlib, 20 epochs."""

import tempfile

import nbformat
from nbclient import NotebookClient
from worker import answer_all, seconds

CELLS = [
    """
import numpy as np, pandas as pd, tensorflow as tf, keras, random
import matplotlib.pyplot as plt
%matplotlib inline
SEED = 42
np.random.seed(SEED); tf.random.set_seed(SEED); random.seed(SEED)
names = ['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat',
         'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot']
print(tf.__version__, keras.__version__, pd.__version__)
""",
    "train_df = pd.read_csv(TRAIN_CSV)\ntest_df = pd.read_csv(TEST_CSV)\ntrain_df.shape, test_df.shape",
    "train_df",
    """
print(train_df.isna().sum().sum(), test_df.isna().sum().sum())
print(train_df['label'].value_counts().sort_index())
pixels = train_df.drop(columns='label')
print(pixels.min().min(), pixels.max().max())
""",
    """
plt.imshow(train_df.iloc[0, 1:].to_numpy().reshape(28, 28), cmap='gray')
plt.title(f"Label = {train_df['label'].iloc[0]}"); plt.axis('off'); plt.show()
""",
    "train_df['label'].value_counts().sort_index().plot.barh(); plt.show()",
    """
fig, axes = plt.subplots(10, 5, figsize=(5, 10))
for label in range(10):
    rows = train_df[train_df['label'] == label].head(5)
    for axis, (_, row) in zip(axes[label], rows.iterrows()):
        axis.imshow(row.iloc[1:].to_numpy().reshape(28, 28), cmap='binary')
        axis.set_title(names[label], fontsize=6); axis.axis('off')
plt.show()
""",
    """
x = train_df.drop(columns='label').to_numpy(np.float32) / 255
y = train_df['label'].to_numpy(np.int32)
x_test = test_df.drop(columns='label').to_numpy(np.float32) / 255
y_test = test_df['label'].to_numpy(np.int32)
order = np.random.permutation(len(x)); x, y = x[order], y[order]
split = int(0.9 * len(x))
x_train, x_val, y_train, y_val = x[:split], x[split:], y[:split], y[split:]
len(x_train), len(x_val), len(x_test)
""",
    """
def network():
    model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(128, activation='relu'),
                              keras.layers.Dense(10, activation='softmax')])
    model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
model = network()
model.summary()
""",
    """
history = model.fit(x_train, y_train, epochs=20, batch_size=32,
                    validation_data=(x_val, y_val), verbose=2).history
""",
    *[
        f"""
plt.plot(history['{key}'], label='train'); plt.plot(history['val_{key}'], label='validation')
plt.title('{key} over epochs'); plt.legend(); plt.grid(); plt.show()
"""
        for key in ("loss", "accuracy")
    ],
    "test_loss, test_acc = model.evaluate(x_test, y_test, verbose=0)\ntest_loss, test_acc",
    "model.save('fashion.keras')",
    "loaded = keras.models.load_model('fashion.keras')\nloaded.summary()",
    """
picked = np.random.choice(len(x_test), 5, replace=False)
guesses = loaded.predict(x_test[picked], verbose=0).argmax(1)
fig, axes = plt.subplots(1, 5, figsize=(10, 2))
for axis, row, guess in zip(axes, picked, guesses):
    axis.imshow(x_test[row].reshape(28, 28), cmap='binary'); axis.axis('off')
    axis.set_title(f'Pred: {names[guess]}\\nTrue: {names[y_test[row]]}')
plt.show()
""",
    """
careful = network()
stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
shorter = careful.fit(x_train, y_train, epochs=20, batch_size=32,
                      validation_data=(x_val, y_val), verbose=2, callbacks=[stop]).history
careful.evaluate(x_test, y_test, verbose=0)
""",
    """
from sklearn.metrics import ConfusionMatrixDisplay, classification_report
guesses = model.predict(x_test, verbose=0).argmax(1)
ConfusionMatrixDisplay.from_predictions(y_test, guesses, display_labels=names)
plt.show()
print(classification_report(y_test, guesses, target_names=names))
""",
]


def run(train, test):
    cells = [f"TRAIN_CSV, TEST_CSV = {train!r}, {test!r}", *CELLS]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=1800,
            resources={"metadata": {"path": folder}},
        )
        return {"seconds": seconds(client.execute)}


answer_all(lambda question: run(question["train"], question["test"]))
