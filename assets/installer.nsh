; electron-builder leaves link schemes to the program, which registers them for this user when it runs
; (https://github.com/electron-userland/electron-builder/issues/8145). Uninstalling takes them away again, and the start at
; login with them, but only while they still point to this installation: another copy may have taken over since.

!include "LogicLib.nsh"

!macro foyerForget KEY VALUE ROOT
  ReadRegStr $R0 HKCU "${KEY}" "${VALUE}"
  StrCpy $R1 '"$INSTDIR\'
  StrLen $R2 $R1
  StrCpy $R3 $R0 $R2
  ${If} $R3 == $R1
    ${If} "${ROOT}" == ""
      DeleteRegValue HKCU "${KEY}" "${VALUE}"
    ${Else}
      DeleteRegKey HKCU "${ROOT}"
    ${EndIf}
  ${EndIf}
!macroend

; Invites: offered under "Open with", never made the default, which stays with the calendar.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\app.foyer.desktop.invite" "" "Calendar invite"
  WriteRegStr HKCU "Software\Classes\app.foyer.desktop.invite\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr HKCU "Software\Classes\.ics\OpenWithProgids" "app.foyer.desktop.invite" ""
!macroend

!macro customUnInstall
  ; An update uninstalls too, and installs again at once.
  ${IfNot} ${isUpdated}
    !insertmacro foyerForget "Software\Classes\foyer\shell\open\command" "" "Software\Classes\foyer"
    !insertmacro foyerForget "Software\Classes\app.foyer.desktop\shell\open\command" "" "Software\Classes\app.foyer.desktop"
    !insertmacro foyerForget "Software\Microsoft\Windows\CurrentVersion\Run" "app.foyer.desktop" ""
    DeleteRegKey HKCU "Software\Classes\app.foyer.desktop.invite"
    DeleteRegValue HKCU "Software\Classes\.ics\OpenWithProgids" "app.foyer.desktop.invite"
  ${EndIf}
!macroend
