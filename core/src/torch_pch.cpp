// Carrier of the precompiled LibTorch header (torch_pch.h).
