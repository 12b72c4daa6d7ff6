"""Writes a wheel that holds next to nothing: make_wheel.py FOLDER NAME VERSION [REQUIREMENT …]. `torch` gets what CMake looks for."""
import pathlib, sys, zipfile

folder, name, version, *requirements = sys.argv[1:]
pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
info = f"{name}-{version}.dist-info"
files = {
    f"{name}/__init__.py": f"version = '{version}'\n",
    f"{name}/share/cmake/Torch/TorchConfig.cmake": "",
    f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + "".join(f"Requires-Dist: {r}\n" for r in requirements),
    f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: stub\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}
files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
wheel = f"{name}-{version}-py3-none-any.whl"
with zipfile.ZipFile(pathlib.Path(folder, wheel), "w") as archive:
    for path, text in files.items():
        archive.writestr(path, text)
pathlib.Path(folder, "index.html").write_text(f'<a href="{wheel.replace("+", "%2B")}">{wheel}</a>\n')
