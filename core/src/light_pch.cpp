// The unit that core/src/light_pch.h is precompiled with.
