"""Tests of the readers: each file read is made here, at test time, honest or hostile."""
