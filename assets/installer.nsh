; electron-builder writes no link schemes on Windows (https://github.com/electron-userland/electron-builder/issues/8145), so
; this does, for this user. Uninstalling takes them away again, but only while they still point to this installation:
; another copy may have taken over since.
; The command is the one that main/links/chooseHandling.ts registers: the switches before the link keep it from being more
; than a link (see core/links/findLink.ts).

!include "LogicLib.nsh"

!macro foyerForget SCHEME
  ReadRegStr $R0 HKCU "Software\Classes\${SCHEME}\shell\open\command" ""
  StrCpy $R1 '"$INSTDIR\'
  StrLen $R2 $R1
  StrCpy $R3 $R0 $R2
  ${If} $R3 == $R1
    DeleteRegKey HKCU "Software\Classes\${SCHEME}"
  ${EndIf}
!macroend

!macro foyerRegister SCHEME
  WriteRegStr HKCU "Software\Classes\${SCHEME}" "" "URL:${SCHEME}"
  WriteRegStr HKCU "Software\Classes\${SCHEME}" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\${SCHEME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--open-link" "--" "%1"'
!macroend

; Calendar files: offered under "Open with", while the program that has them keeps them.
!macro foyerOfferForInvites
  WriteRegStr HKCU "Software\Classes\Foyer.ics" "" "Calendar file"
  WriteRegStr HKCU "Software\Classes\Foyer.ics\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegNone HKCU "Software\Classes\.ics\OpenWithProgids" "Foyer.ics"
!macroend

!macro customInstall
  !insertmacro foyerRegister "foyer"
  !insertmacro foyerRegister "app.foyer.desktop"
  !insertmacro foyerOfferForInvites
!macroend

!macro customUnInstall
  ; An update uninstalls too, and installs again at once.
  ${IfNot} ${isUpdated}
    !insertmacro foyerForget "foyer"
    !insertmacro foyerForget "app.foyer.desktop"
    !insertmacro foyerForget "Foyer.ics"
    DeleteRegValue HKCU "Software\Classes\.ics\OpenWithProgids" "Foyer.ics"
  ${EndIf}
!macroend
