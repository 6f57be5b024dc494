# One file for both services: docker build --build-arg MODULE=incident-command .
FROM maven:3.9-eclipse-temurin-25 AS build
ARG MODULE
WORKDIR /andon
COPY . .
RUN mvn -B -ntp -q package -DskipTests -pl ${MODULE} -am

FROM eclipse-temurin:25-jre
ARG MODULE
RUN useradd --system --no-create-home andon
COPY --from=build /andon/${MODULE}/target/${MODULE}-exec.jar /andon.jar
USER andon
ENTRYPOINT ["java", "-XX:InitialRAMPercentage=75", "-XX:MaxRAMPercentage=75", "-XX:MaxTenuringThreshold=0", "-XX:MaxGCPauseMillis=10", "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=50", "--enable-native-access=ALL-UNNAMED", "-jar", "/andon.jar"]
