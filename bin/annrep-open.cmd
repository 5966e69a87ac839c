@echo off
rem Finds Node and starts annrep on the report that was dropped here, or on this folder. ASCII only: cmd reads it in the local code page.
setlocal disabledelayedexpansion
set "ANNREP_FILE=%~f1"
if "%~1"=="" set "ANNREP_FILE="
rem A folder on the network has no drive letter; pushd lends it one.
pushd "%~dp0"
set "ANNREP_HOME=%CD%"
if exist "%ANNREP_HOME%\bin\annrep.js" set "ANNREP_HOME=%ANNREP_HOME%\bin"
set "ANNREP_NODE=%CD%\node\node.exe"
if not exist "%ANNREP_NODE%" set "ANNREP_NODE=node.exe"
"%ANNREP_NODE%" -e "var v=process.versions.node.split('.');process.exit(+v[0]===20&&+v[1]<19||+v[0]<20?1:0)" 2>nul
if errorlevel 1 goto :missing
if defined ANNREP_FILE goto :file
"%ANNREP_NODE%" "%ANNREP_HOME%\annrep.js" open --pause
goto :ran
:file
"%ANNREP_NODE%" "%ANNREP_HOME%\annrep.js" open --pause -- "%ANNREP_FILE%"
:ran
set "ANNREP_STATUS=%ERRORLEVEL%"
rem After a fault of the program its words must stay readable.
if "%ANNREP_STATUS%"=="3" pause
goto :end
:missing
set "ANNREP_STATUS=2"
chcp 65001 >nul
type "%ANNREP_HOME%\no-node.txt"
pause
:end
popd
exit /b %ANNREP_STATUS%
