"""Voice: a Script becomes sound, utterance by utterance."""
