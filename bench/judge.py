"""Predicts how natural and clean the WAVs of a folder sound, the first 60 s of them. For bench.voices.

Needs: pip install torch==2.13.0 distillmos speechmos librosa onnxruntime; pip uninstall torchaudio
"""

from __future__ import annotations

import json
import sys
import types
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
for name in ("torchaudio", "torchaudio.functional", "torchaudio.transforms"):
    # distillmos imports it, but only its own command line uses it
    sys.modules.setdefault(name, types.ModuleType(name))


def main() -> None:
    """Print the means as JSON."""
    import distillmos
    import librosa
    import numpy as np
    import torch
    from speechmos import dnsmos

    torch.set_num_threads(2)
    model = distillmos.ConvTransformerSQAModel()
    model.eval()
    sounds = [librosa.load(path, sr=16000)[0] for path in sorted(Path(sys.argv[1]).glob("*.wav"))]
    sound = np.concatenate(sounds)[: 60 * 16000]
    sound = sound / np.max(np.abs(sound)) * 0.5
    pieces = [sound[i : i + 128000] for i in range(0, len(sound) - 128000 + 1, 128000)]
    with torch.no_grad():
        natural = [float(model(torch.tensor(piece)[None].float())) for piece in pieces]
    clean = [dnsmos.run(piece, sr=16000)["p808_mos"] for piece in pieces]
    print(json.dumps({"distillmos": float(np.mean(natural)), "p808": float(np.mean(clean))}))


if __name__ == "__main__":
    main()
